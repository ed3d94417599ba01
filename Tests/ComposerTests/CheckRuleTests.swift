import Mail
import Testing

@testable import Composer

@Suite struct CheckRuleTests {
  /// What makes a rule strike: a news file, or a change of publication or theme.
  struct Example: Sendable, CustomTestStringConvertible {
    var code: String
    var keys = ""
    var body = "Text."
    var title = "A title"
    /// A second item's file.
    var other = ""
    var name = "2019-03-21-a.md"
    var language = Language.english
    var change: @Sendable (inout Publication) -> Void = { _ in }
    var theme: @Sendable (inout ThemeFiles) -> Void = { _ in }
    /// Whether the program's own theme stands in for what the theme lacks.
    var hasSpare = false
    var testDescription: String { code }
  }

  static let examples: [Example] = [
    Example(code: "source-error", keys: "date: 2019-02-30"),
    Example(code: "source-warning", keys: "color: red"),
    Example(code: "alt-missing", body: "![](https://example.org/a.png)"),
    Example(code: "placeholder", body: "TODO: say more"),
    Example(code: "placeholder", keys: "summary: Lorem ipsum dolor"),
    Example(code: "placeholder", keys: "place: \"{{place}}\""),
    Example(code: "field-unknown", body: "Dear {{nmae}}"),
    Example(code: "field-empty", body: "Dear {{name}}"),
    Example(code: "outside-period", keys: "date: 2018-03-21"),
    Example(code: "section-unknown", keys: "section: polciy"),
    Example(code: "held-after", keys: "held: 2019-04-01"),
    Example(code: "translation-missing", language: .japanese),
    Example(
      code: "phrases-missing", language: .japanese,
      theme: { $0.texts["phrases/ja.yml"] = nil }),
    Example(
      code: "theme-old",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing("leave:", with: "#")
      }, hasSpare: true),
    Example(code: "link-relative", body: "[here](next.html)"),
    Example(code: "link-scheme", body: "[here](ftp://example.org/)"),
    Example(code: "link-text-empty", body: "[](https://example.org/)"),
    Example(
      code: "link-text-duplicate",
      theme: {
        $0.texts["newsletter.html.mustache"]? +=
          "<a href=\"https://a.test\">x</a><a href=\"https://b.test\">x</a>"
      }),
    Example(code: "site-missing", change: { $0.siteURL = nil }),
    Example(code: "empty", keys: "draft: true"),
    Example(
      code: "size-clipped",
      theme: {
        $0.texts["newsletter.html.mustache"]? += String(repeating: "<p>long</p>\n", count: 12_000)
      }),
    Example(
      code: "unsubscribe-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing("{{{leave_url}}}", with: "")
      }),
    Example(code: "postal-missing", change: { $0.postalAddress = " " }),
    Example(
      code: "subject-length", change: { $0.shortName = String(repeating: "Long ", count: 9) }),
    Example(
      code: "text-shorter",
      theme: {
        $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{leave_url}}\n"
      }),
    Example(code: "contrast", theme: { $0.texts["style.css"]? += ".text { color: #999999; }" }),
    Example(
      code: "contrast",
      theme: {
        $0.texts["style.css"]? +=
          "@media (prefers-color-scheme: dark) { .text { color: #445544 !important; } }"
      }),
    Example(code: "html-removed", theme: { $0.add("<script>alert(1)</script>") }),
    Example(code: "html-removed", theme: { $0.add("<p onclick=\"go()\">x</p>") }),
    Example(
      code: "html-removed", theme: { $0.texts["style.css"]? += ".note { position: absolute; }" }),
    Example(code: "html-unsupported", theme: { $0.add("<video src=\"x.mp4\"></video>") }),
    Example(
      code: "css-unsupported", theme: { $0.texts["style.css"]? += ".note { display: flex; }" }),
    Example(
      code: "css-unsupported", theme: { $0.texts["style.css"]? += ".note { width: calc(1px); }" }),
    Example(code: "placeholder", body: "ここに本文を書く"),
    Example(code: "title-long", keys: "summary: x", title: String(repeating: "Long ", count: 100)),
    Example(code: "draft-in-period", other: "---\ntitle: B\ndraft: true\n---\nMore.\n"),
    Example(code: "title-duplicate", other: "---\ntitle: A title\n---\nMore.\n"),
    Example(code: "html-dropped", body: "<b>Bold</b> text"),
    Example(code: "html-dropped", body: "<script>alert(1)</script>\n\nText"),
    Example(code: "alt-poor", body: "![Image](https://example.org/a.png)"),
    Example(code: "alt-poor", body: "![IMG_2034](https://example.org/IMG_2034.png)"),
    Example(code: "date-wrong", body: "We meet on Tuesday 24 June 2019."),
    Example(code: "date-wrong", keys: "summary: It opens on 31 June 2019."),
    Example(
      code: "period-wrong",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing(
          "subject: \"{short}: {edition}\"", with: "subject: \"{short}: {edition} 2018\"")
      }),
    Example(code: "link-tracking", body: "[here](https://example.org/?id=1&utm_source=letter)"),
    Example(code: "link-insecure", body: "[here](http://example.org/)"),
    Example(
      code: "picture-remote",
      theme: { $0.add("<img src=\"https://count.example/a.gif\" width=\"1\" alt=\"x\">") }),
    Example(
      code: "size-near",
      theme: { $0.add(String(repeating: "<p>long</p>\n", count: 6_900)) }),
    Example(
      code: "lang-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing(" lang=\"{{lang}}\"", with: "")
      }),
    Example(
      code: "preheader-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing("{{preheader}}", with: "")
      }),
    Example(
      code: "html-shorter",
      theme: {
        $0.texts["newsletter.html.mustache"] = "<html lang=\"{{lang}}\">{{{leave_url}}} {{postal}}"
      }),
    Example(
      code: "text-words",
      theme: {
        $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{leave_url}}\n"
      }),
    Example(
      code: "subject-empty",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing(
          "subject: \"{short}: {edition}\"", with: "subject: \"\"")
      }),
  ]

  static func compose(_ example: Example) throws -> ComposedEdition {
    let text = "---\ntitle: \(example.title)\n\(example.keys)\n---\n\(example.body)\n"
    let result = ItemReader.read(
      files: [SourceFile(path: example.name, bytes: Array(text.utf8))]
        + (example.other.isEmpty
          ? [] : [SourceFile(path: "2019-04-01-b.md", bytes: Array(example.other.utf8))]))
    var publication = try Samples.publication()
    example.change(&publication)
    var files = Samples.themeFiles()
    example.theme(&files)
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: result.items, events: [],
      theme: try Theme(
        ThemeLayers(name: "igpn", files: files),
        spare: example.hasSpare ? ThemeLayers(name: "igpn", files: Samples.themeFiles()) : nil),
      publication: publication,
      language: example.language, date: try #require(CalendarDay(parsing: "2019-06-24")),
      problems: result.problems)
  }

  @Test(arguments: examples)
  func strikesAtItsExample(example: Example) throws {
    let letter = try Self.compose(example)
    let rule = try #require(CheckRule.all.first { $0.code == example.code })
    let finding = letter.findings.first { $0.code == example.code }
    #expect(finding?.level == rule.level)
    #expect(finding?.place.isEmpty == false && finding?.reason.isEmpty == false)
  }

  @Test func aGoodLetterHasNoFindings() throws {
    #expect(try Self.compose(Example(code: "none")).findings.isEmpty)
    #expect(try Samples.compose().findings.isEmpty)
  }

  /// Rules that no source can break, since reading and writing already see to it.
  @Test func guardsStrikeAtBrokenLetters() throws {
    let edition = Edition(
      period: try Period(parsing: "2019-H1"), items: [], events: [],
      date: try #require(CalendarDay(parsing: "2019-06-24")))
    let theme = try Samples.theme()
    let context = LetterContext(
      edition: edition, publication: try Samples.publication(),
      phrases: try #require(theme.phrases(for: .english)), language: .english)
    let long = Array(String(repeating: "x", count: 1000).utf8)
    let heavy = try Picture(
      path: "images/a.gif",
      bytes: Array("GIF89a".utf8) + [1, 0, 1, 0] + Array(repeating: 0, count: 300_000) + [0x3B])
    let input = CheckInput(
      context: context, items: [], html: "", text: "",
      message: PreparedMessage(segments: [.bytes(long + [0x0D, 0x0A, 0x0A])]),
      sample: MergeValues(), pictures: [heavy], theme: theme, problems: [])
    let codes = Set(CheckRule.judge(input).map(\.code))
    #expect(codes.isSuperset(of: ["line-too-long", "line-end", "picture-heavy", "message-broken"]))
  }

  @Test func everyRuleHasAnExample() {
    let tested = Set(Self.examples.map(\.code)).union([
      "line-too-long", "line-end", "picture-heavy", "message-broken", "event-past",
      // Reading refuses an item without a title: see ItemReaderTests.
      "title-missing",
    ])
    #expect(CheckRule.all.map(\.code).filter { !tested.contains($0) }.isEmpty)
    #expect(Set(CheckRule.all.map(\.code)).count == CheckRule.all.count)
  }

  @Test func checksAreWrittenAsJSON() throws {
    let letter = try Self.compose(Example(code: "x", body: "One.\n\nTODO"))
    let json = String(decoding: try ChecksFile.write([letter, letter]), as: UTF8.self)
    #expect(json.contains("\"code\" : \"placeholder\""))
    #expect(json.contains("\"place\" : \"2019-03-21-a.md:7\""))
  }
}

extension ThemeFiles {
  /// Puts HTML at the end of the letter's template.
  mutating func add(_ html: String) { texts["newsletter.html.mustache"]? += html }
}
