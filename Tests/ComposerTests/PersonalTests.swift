import Foundation
import Mail
import Testing

@testable import Composer

@Suite struct PersonalTests {
  static func letter(
    _ body: String, summary: String? = nil, site: String? = "https://igpn.example/"
  ) throws -> ComposedEdition {
    let head = summary.map { "summary: '\($0)'\n" } ?? ""
    let text = "---\ntitle: A story\ndate: 2019-03-21\n\(head)---\n\(body)\n"
    let items = ItemReader.read(
      files: [SourceFile(path: "2019-03-21-a.md", bytes: Array(text.utf8))])
    var publication = try Samples.publication()
    publication.siteURL = site
    return try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: items.items, events: [],
      theme: Samples.theme(), publication: publication, language: .english,
      date: try #require(CalendarDay(parsing: "2019-06-24")), problems: items.problems)
  }

  static func read(_ body: String) -> MarkdownDocument {
    MarkdownReader.read(body, firstLine: 5, isPersonal: true)
  }

  static func html(_ body: String, _ values: [MergeField: String]) -> String {
    MergeMarker.fill(
      MarkdownHTML().write(read(body).personal), MergeValues(values), .html)
  }

  static func text(_ body: String, _ values: [MergeField: String]) -> String {
    var writer = MarkdownText()
    let lines = writer.write(read(body).personal) + [""] + writer.takeNotes()
    return MergeMarker.fill(
      LetterText.tidied(lines.joined(separator: "\n")), MergeValues(values), .text)
  }

  @Test(arguments: [
    ("Dear {{name|colleague}}.", "Suk", "Dear Suk.", "Dear colleague."),
    ("{{#name}}Dear {{name}}{{^}}Hello{{/name}}!", "Suk", "Dear Suk!", "Hello!"),
    ("A {{^name}}nobody{{/name}}.", "Suk", "A .", "A nobody."),
    ("**{{#name}}_B_ {{name}}{{/name}}** c", "x", "*_B_ x* c", "** c"),
    ("\\{{name}} stays", "x", "{{name}} stays", "{{name}} stays"),
    (
      "{{#name}}\nOne.\n\nTwo.\n{{^}}\nThree.\n{{/name}}\nFour.", "x", "One.\n\nTwo.\n\nFour.",
      "Three.\n\nFour."
    ),
    ("One.\n{{#name}}\nTwo.\n{{/name}}\nThree.", "x", "One.\n\nTwo.\n\nThree.", "One.\n\nThree."),
    ("One.\n\n{{#name}}Two.{{/name}}\n\nThree.", "x", "One.\n\nTwo.\n\nThree.", "One.\n\nThree."),
    ("- a\n{{#name}}\n- b\n{{/name}}\n- c", "x", "- a\n\n- b\n\n- c", "- a\n\n- c"),
    ("> {{#name}}\n> a\n> {{^}}\n> b\n> {{/name}}", "x", "> a", "> b"),
    ("- {{#name}}a{{^}}b{{/name}} c", "x", "- a c", "- b c"),
  ])
  func passagesInText(body: String, name: String, with: String, without: String) {
    #expect(Self.read(body).mergeProblems.isEmpty)
    func clean(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
        .trimmingCharacters(in: .newlines)
    }
    #expect(clean(Self.text(body, [.recipientName: name])) == with)
    #expect(clean(Self.text(body, [:])) == without)
  }

  @Test(arguments: [
    (
      "{{#member KGPN, GPNM}}\nFor you.\n{{/member}}\n\nAll.",
      "<p class=\"text\">For you.</p>\n<p class=\"text\">All.</p>\n", "<p class=\"text\">All.</p>\n"
    ),
    ("{{#member KGPN}}For you.{{/member}}", "<p class=\"text\">For you.</p>\n", ""),
    (
      "a [{{#member}}b{{^}}c{{/member}}](https://a.test/?m={{member|x y}}&b=1)",
      "<p class=\"text\">a <a class=\"link\" href=\"https://a.test/?m=kgpn&amp;b=1\">b</a></p>\n",
      "<p class=\"text\">a <a class=\"link\" href=\"https://a.test/?m=x%20y&amp;b=1\">c</a></p>\n"
    ),
  ])
  func passagesInHTML(body: String, with: String, without: String) {
    #expect(Self.read(body).mergeProblems.isEmpty)
    #expect(Self.html(body, [.recipientMember: "kgpn"]) == with)
    #expect(Self.html(body, [:]) == without)
  }

  @Test(arguments: [
    (
      "a {{nmae}}", 5,
      "{{nmae}}: a reader has no “nmae”; there are name, address, member, roles, language. To write braces as they are, write \\{{"
    ),
    ("a\n\n{{#name}} b", 7, "{{#name}} is not ended by {{/name}}"),
    ("a\n{{/name}}", 6, "{{/name}}: no passage is open here"),
    (
      "{{#list x}}a{{/list}}", 5,
      "{{#list x}}: no passage is called “list”; there are {{#name}}, {{#member}}, {{#role}}"
    ),
    ("a {{name", 5, "this {{ is not closed by }}"),
    (
      "a\n\n{{#name}}b\n\nc{{/name}}", 7,
      "{{#name}} begins in one paragraph, list or emphasis and ends in another; put its tags on lines of their own, or all into one paragraph"
    ),
    (
      "**{{#name}}b** c{{/name}}", 5,
      "{{#name}} begins in one paragraph, list or emphasis and ends in another; put its tags on lines of their own, or all into one paragraph"
    ),
    (
      "a {{name}}", 5,
      "a reader may have none and would see a hole after {{name}}; write {{name|what stands for it}}"
    ),
    (
      "{{#name}}{{name}}{{^}}{{name}}{{/name}}", 5,
      "a reader may have none and would see a hole after {{name}}; write {{name|what stands for it}}"
    ),
  ])
  func mistakes(body: String, line: Int, message: String) {
    let problems = Self.read(body).mergeProblems
    #expect(problems.map(\.message).contains(message), "\(problems)")
    #expect(problems.first?.line == line)
  }

  @Test func everyLineIsWholeForEveryReader() {
    let body =
      "Some words before {{#name}}and quite a few words for {{name}}, who is called so by everybody "
      + "who knows them{{^}}others{{/name}}, and then a good many words that follow on after it."
    for name in ["", "Suk"] {
      let lines = Self.text(body, name.isEmpty ? [:] : [.recipientName: name])
        .split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 72 })
      #expect(lines.dropLast().allSatisfy { $0.count > 50 }, "\(lines)")
    }
  }

  static let names = [
    "Suk Kim", "a\r\nBcc: x@evil.example", "=?UTF-8?Q?x?=", "<script>alert('x')</script>",
    "\"q\" & 'r'",
    "a\u{2028}b", "👩‍👩‍👧 family", "\u{202E}evil", String(repeating: "naïve ", count: 2000), "=3D=", ".",
  ]

  /// Whatever a reader is called: another program reads it back at its place, exactly.
  @Test(arguments: names)
  func hostileNamesComeBack(name: String) throws {
    let letter = try Self.letter(
      "Dear {{name|colleague}}, see [here](https://a.test/?n={{name|x}}).", site: nil)
    #expect(letter.findings.filter { $0.level == .error }.isEmpty)
    var values = letter.sampleValues
    values[.recipientName] = name
    let bytes = letter.messageBytes(for: values)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 78 && ($0.isEmpty || $0.last == 0x0D) })
    #expect(!bytes.contains { $0 >= 0x80 })
    let mail = try PythonMail.read(bytes)
    #expect(mail.defects.isEmpty)
    let shown = name.replacingOccurrences(of: "\r\n", with: "\n")
    let html = try #require(mail.parts.first { $0.type == "text/html" }?.text)
    #expect(html.contains("Dear \(HTMLText.escape(shown)), see"))
    let percent = MergeEncoding.percentEncoded(name)
    #expect(html.contains("href=\"https://a.test/?n=\(percent)\""))
    let text = try #require(mail.parts.first { $0.type == "text/plain" }?.text)
    #expect(text.contains("Dear \(shown), see"))
    #expect(mail.headers["Bcc"] == nil)
  }

  @Test func subjectsTakeValues() throws {
    var files = Samples.themeFiles()
    let english = try #require(files.texts["phrases/en.yml"])
    files.texts["phrases/en.yml"] = english.replacingOccurrences(
      of: "subject: \"{short}: {edition}\"", with: "subject: \"{{name|Readers}}: {edition}\"")
    let letter = try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: Samples.items().items, events: [],
      theme: Theme(name: "x", files: files), publication: Samples.publication(),
      language: .english, date: try #require(CalendarDay(parsing: "2019-06-24")))
    #expect(!letter.subject.unicodeScalars.contains("\u{01}"))
    for name in Self.names + [""] {
      var values = letter.sampleValues
      values[.recipientName] = name
      let mail = try PythonMail.read(letter.messageBytes(for: values))
      let shown = HeaderValue.sanitising(name.isEmpty ? "Readers" : name).text
      #expect(mail.headers["Subject"]?.hasPrefix("\(shown): Half-year letter") == true)
    }
  }

  @Test func greetsByName() throws {
    var files = Samples.themeFiles()
    files.texts["newsletter.html.mustache", default: ""] += "{{{greeting}}}"
    files.texts["newsletter.txt.mustache", default: ""] += "\n{{greeting}}\n"
    let letter = try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: Samples.items().items, events: [],
      theme: Theme(name: "x", files: files), publication: Samples.publication(),
      language: .english, date: try #require(CalendarDay(parsing: "2019-06-24")))
    #expect(letter.html(for: MergeValues([.recipientName: "A <b>"])).contains("Dear A &lt;b&gt;,"))
    #expect(letter.text(for: MergeValues([.recipientName: "A <b>"])).contains("Dear A <b>,\n"))
    #expect(letter.text(for: MergeValues()).contains("Dear colleagues,\n"))
    #expect(!letter.page.contains("Dear"))
  }

  @Test func pagesShowWhatStandsForAReader() throws {
    let letter = try Self.letter(
      "Dear {{name|friend}}. {{#member KGPN}}Korea.{{^}}World.{{/member}}",
      summary: "For {{name|all}}.")
    #expect(letter.page.contains("Dear friend. World.") && letter.page.contains("For all."))
    #expect(!letter.page.unicodeScalars.contains("\u{01}"))
    #expect(
      letter.text(for: MergeValues([.recipientMember: "KGPN"])).contains("Dear friend. Korea."))
    #expect(!letter.page.contains("Korea."))
  }
}
