import Mail
import Testing

@testable import Composer

@Suite struct EditionTests {
  static func edition(
    _ period: String, _ files: [(String, String)], events: [(String, String)] = [],
    date: String = "2019-06-24"
  ) throws -> Edition {
    let items = ItemReader.read(
      files: files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) })
    let events = EventReader.read(
      files: events.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) })
    return Edition(
      period: try Period(parsing: period), items: items.items, events: events.events,
      date: try #require(CalendarDay(parsing: date)))
  }

  static func item(_ keys: String) -> String { "---\ntitle: T\n\(keys)\n---\n" }

  @Test func takesWhatIsDatedInThePeriodAndPublished() throws {
    let edition = try Self.edition(
      "2019-H1",
      [
        ("2018-12-31-a.md", Self.item("")), ("2019-01-01-b.md", Self.item("")),
        ("2019-06-30-c.md", Self.item("")), ("2019-07-01-d.md", Self.item("")),
        ("2019-03-01-e.md", Self.item("draft: true")),
      ])
    #expect(Set(edition.allStories.map(\.original.id)) == ["2019-01-01-b", "2019-06-30-c"])
  }

  @Test func pinsOfOneNumberGoByDateAndTheNewestLeads() throws {
    let files = [
      ("2019-01-01-a.md", Self.item("pin: true")), ("2019-01-03-c.md", Self.item("pin: 1")),
      ("2019-01-02-b.md", Self.item("pin: 1")), ("2019-01-04-d.md", Self.item("pin: 2")),
      ("2019-01-05-e.md", Self.item("")),
    ]
    for order in [files, files.reversed()] {
      let edition = try Self.edition("2019-H1", order)
      #expect(edition.lead?.original.id == "2019-01-03-c")
      #expect(
        edition.sections.first?.stories.map(\.original.id)
          == ["2019-01-01-a", "2019-01-02-b", "2019-01-04-d", "2019-01-05-e"])
    }
  }

  @Test func ordersBySectionPinAndDate() throws {
    let edition = try Self.edition(
      "2019-H1",
      [
        ("2019-01-01-a.md", Self.item("section: x")),
        ("2019-01-02-b.md", Self.item("section: y")),
        ("2019-01-03-c.md", Self.item("section: x\npin: 2")),
        ("2019-01-04-d.md", Self.item("section: y\npin: 1")),
        ("2019-01-05-e.md", Self.item("member: M")),
        ("2019-01-06-f.md", Self.item("member: M\npin: 3\nsection: x")),
      ])
    #expect(edition.lead?.original.id == "2019-01-04-d")
    #expect(edition.sections.map(\.key) == ["y", "x"])
    #expect(
      edition.sections.last?.stories.map(\.original.id)
        == ["2019-01-03-c", "2019-01-06-f", "2019-01-01-a"])
    #expect(edition.members.map(\.original.id) == ["2019-01-05-e"])
  }

  @Test func tellsWhatIsAheadAndNotLongPast() throws {
    let events = [
      ("a.md", "---\ntitle: past\nstarts: 2019-06-01\n---\n"),
      ("b.md", "---\ntitle: running\nstarts: 2019-06-20\nends: 2019-06-25\n---\n"),
      ("c.md", "---\ntitle: month\nstarts: 2019-10\n---\n"),
      ("d.md", "---\ntitle: far\nstarts: 2021-01-01\n---\n"),
    ]
    let edition = try Self.edition("2019-H1", [], events: events)
    #expect(edition.occasions.map(\.original.title) == ["running", "month"])
    // Composed again years later, it still tells what was ahead when the period ended.
    let later = try Self.edition("2019-H1", [], events: events, date: "2026-11-24")
    #expect(later.occasions.map(\.original.title) == ["month"])
  }

  @Test func fallsBackInTheDeclaredOrder() throws {
    var publication = try Samples.publication()
    let hant = try #require(Language("zh-Hant"))
    publication.fallbacks = [hant: [.simplifiedChinese, .japanese]]
    #expect(publication.order(for: hant).map(\.tag) == ["zh-Hant", "zh", "zh-Hans", "ja", "en"])
    let letter = try Samples.compose(language: hant) { $0.fallbacks = publication.fallbacks }
    #expect(letter.html.contains("lang=\"zh-Hans\" dir=\"ltr\""))
    #expect(letter.html.contains("各国部长为地球达成行动蓝图"))
    #expect(letter.findings.contains { $0.code == "translation-missing" && $0.level == .warning })
    #expect(!letter.findings.contains { $0.level == .error })
  }

  @Test func countsInWords() throws {
    let letter = try Samples.compose()
    #expect(letter.text.contains("Five stories, five members’ news, two dates"))
    #expect(letter.subject == "IGPN: Half-year letter, January to June 2019")
    let japanese = try Samples.compose(language: .japanese)
    #expect(japanese.subject == "IGPN 半期レター　2019年1月から6月")
    #expect(japanese.html.contains("<html lang=\"ja\" dir=\"ltr\">"))
  }

  @Test func withoutASiteTheLetterTellsStoriesInFull() throws {
    let letter = try Samples.compose { $0.siteURL = nil }
    #expect(letter.html.contains("Ministers pledged to protect a polluted"))
    #expect(!letter.html.contains("Read in browser"))
    #expect(letter.findings.map(\.code).contains("site-missing"))
  }

  @Test func fiftyItemsStayReadableAndUnclipped() throws {
    let files = (1...50).map { number in
      SourceFile(
        path: "2019-03-\(number % 28 + 1 < 10 ? "0" : "")\(number % 28 + 1)-i\(number).md",
        bytes: Array(
          """
          ---
          title: Item number \(number) with a title of usual length for a newsletter
          section: s\(number % 4)
          summary: Two sentences say what it is about. They are of the usual length, too, and end.
          ---
          Body.
          """.utf8))
    }
    let letter = try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: ItemReader.read(files: files).items,
      events: [], theme: try Samples.theme(), publication: try Samples.publication(),
      language: .english, date: try #require(CalendarDay(parsing: "2019-06-24")))
    #expect(letter.edition.storyCount == 50)
    #expect(letter.findings.filter { $0.level == .error }.isEmpty)
    #expect(letter.html.utf8.count < 70_000)
  }

  @Test(arguments: [
    ("One. Two.", "One."), ("No end", "No end"), ("一つ。二つ。", "一つ。"),
    ("3.5 per cent", "3.5 per cent"),
    (
      String(repeating: "word ", count: 40),
      String(repeating: "word ", count: 17) + "word…"
    ),
  ])
  func shortFormsTellOneLine(text: String, line: String) {
    #expect(StoryView.line(text) == line)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let one = try Samples.compose(language: .japanese)
    let other = try Samples.compose(language: .japanese)
    #expect(one.canonicalBytes == other.canonicalBytes)
    #expect(one.message == other.message)
    let changed = try Samples.compose(language: .japanese) { $0.postalAddress += "." }
    #expect(one.canonicalBytes != changed.canonicalBytes)
  }
}
