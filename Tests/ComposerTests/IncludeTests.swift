import Foundation
import Mail
import Testing

@testable import Composer

@Suite struct IncludeTests {
  static let members = [
    (
      "kgpn.md",
      "---\nname: Korea Network\nshort: KGPN\ncountry: Korea\nlanguages: [ko, en]\n"
        + "site: https://kgpn.example/\nactivities:\n  - Training for buyers\n  - Green stores\n---\n"
        + "Works with *shops*.\n"
    ),
    ("kgpn.ja.md", "---\nname: 韓国ネットワーク\nactivities: [購買担当者の研修]\n---\nお店とともに。\n"),
    ("gpnm.md", "---\nname: Malaysia Network\nshort: GPNM\n---\nAwards for offices.\n"),
    ("tgpn.md", "---\nname: Thai Network\nshort: TGPN\n---\n"),
  ]

  static func read(_ files: [(String, String)] = members) -> MemberReader.Result {
    MemberReader.read(
      files: files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }, shownPrefix: "members/")
  }

  static func letter(
    _ include: String, language: Language = .english, site: String? = "https://example.org/"
  ) throws -> ComposedEdition {
    let text =
      "---\ntitle: Around\ndate: 2019-01-02\nsummary: A round.\ninclude: \(include)\n---\nHere:\n"
    let items = ItemReaderTests.read([("a.md", text)])
    var publication = try Samples.publication()
    publication.siteURL = site
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: items.items, events: [],
      theme: try Samples.theme(), publication: publication, language: language,
      date: try #require(CalendarDay(parsing: "2019-06-24")),
      problems: items.problems + IncludedActivity.problems(items.items, read().members),
      members: read().members)
  }

  @Test func membersAreReadWithTheirActivitiesAndTranslations() throws {
    let result = Self.read()
    #expect(result.problems.isEmpty)
    #expect(result.members.map(\.short) == ["KGPN", "GPNM", "TGPN"])
    let korea = try #require(result.members.first)
    #expect(korea.original.activities == ["Training for buyers", "Green stores"])
    #expect(korea.text(in: [.japanese, .english]).activities == ["購買担当者の研修"])
    #expect(korea.text(in: [.simplifiedChinese]).language == .english)
  }

  @Test(arguments: ["KGPN, GPNM", "[kgpn, gpnm]", "kgpn、GPNM", "[KGPN, GPNM, KGPN]"])
  func theActivityOfNamedMembersFollowsTheText(include: String) throws {
    let letter = try Self.letter(include)
    for form in [letter.html, letter.page] {
      #expect(form.contains("Korea Network</a></h4>") && form.contains("Training for buyers"))
      #expect(form.contains("Malaysia Network") && !form.contains("Thai Network"))
      #expect(form.ranges(of: "Training for buyers").count == 1)
    }
    #expect(letter.text.contains("- Training for buyers\n- Green stores\n\nWorks with _shops_."))
    #expect(letter.text.contains("Malaysia Network\n----------------\n\nAwards for offices."))
    #expect(letter.findings.isEmpty, "\(letter.findings)")
  }

  @Test func allMeansEveryMember() throws {
    let letter = try Self.letter("all")
    for name in ["Korea", "Malaysia", "Thai"] { #expect(letter.text.contains("\(name) Network")) }
  }

  /// The Japanese letter: the item is in English only, a member's text is not.
  @Test func eachMemberSpeaksTheLettersLanguageWhereItCan() throws {
    let letter = try Self.letter("KGPN, GPNM", language: .japanese)
    for form in [letter.html, letter.page] {
      let japanese = try #require(form.range(of: "韓国ネットワーク"))
      let english = try #require(form.range(of: "Malaysia Network"))
      let before = form[..<japanese.lowerBound]
      let opening = try #require(before.ranges(of: "<div lang=").last)
      #expect(before[opening.lowerBound...].hasPrefix("<div lang=\"ja\" dir=\"ltr\">"))
      #expect(!form[japanese.upperBound..<english.lowerBound].contains("lang="))
    }
    #expect(letter.text.contains("購買担当者の研修") && letter.text.contains("Awards for offices."))
  }

  @Test func anUnknownMemberIsToldAtTheKey() throws {
    let letter = try Self.letter("KGPN, XGPN")
    let finding = letter.findings.first { $0.code == "source-error" }
    #expect(finding?.place == "news/a.md:5")
    #expect(
      finding?.reason
        == "include: there is no member \"XGPN\"; known are KGPN, GPNM, TGPN, and all")
    #expect(letter.text.contains("Training for buyers"), "the others are there")
  }

  @Test(arguments: [
    (
      "a.md", "no head",
      "members/a.md:1: expected --- on the first line, then keys such as "
        + "\"title: …\", then --- again"
    ),
    ("a.md", "---\nshort: A\n---\n", "members/a.md:1: name: the network's name is missing"),
    (
      "a.md", "---\nname: A\nsite: here\n---\n",
      "members/a.md:3: site: \"here\" is no address; "
        + "expected https://…, http://… or mailto:…"
    ),
    (
      "a.md", "---\nname: A\nactivities: {a: b}\n---\n",
      "members/a.md:3: activities: expected a list of texts"
    ),
    (
      "z.md", "---\nname: Z\nshort: KGPN\n---\n",
      "members/z.md:1: short: members/kgpn.md is a member of the same name; give another short:"
    ),
    (
      "a.md", "---\nname: A\nactivity: [b]\n---\n",
      "members/a.md:3: activity: unknown key, not used; known are activities, country, lang, "
        + "languages, name, short, site"
    ),
    (
      "a.ja.md", "---\nname: A\n---\n",
      "members/a.ja.md:1: this translation has no original beside it: expected a.md"
    ),
  ])
  func aBrokenMemberFileIsToldAndStopsNoOther(name: String, text: String, told: String) {
    let result = Self.read(Self.members + [(name, text)])
    #expect(result.problems.map(\.description) == [told])
    #expect(result.members.map(\.key).prefix(3) == ["kgpn", "gpnm", "tgpn"])
  }

  @Test func theSeedsAreWholeAndTellWhatTheyDo() {
    let folder = Samples.repository.appendingPathComponent("seeds/members")
    let result = MemberReader.read(directory: folder)
    #expect(result.problems.isEmpty)
    #expect(result.members.count == 12)
    #expect(result.members.allSatisfy { !$0.original.activities.isEmpty })
  }
}
