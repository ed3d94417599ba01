import Testing

@testable import Composer

@Suite struct MarkdownTests {
  static func html(_ text: String) -> String {
    MarkdownHTML().write(MarkdownReader.read(text).blocks)
  }

  static func text(_ text: String, columns: Int = 72) -> [String] {
    var writer = MarkdownText(columns: columns)
    let lines = writer.write(MarkdownReader.read(text).blocks)
    return lines + writer.takeNotes()
  }

  @Test(arguments: [
    ("a <b>c</b>", "<p class=\"text\">a c</p>\n"),
    ("1 < 2 & \"x\"", "<p class=\"text\">1 &lt; 2 &amp; &quot;x&quot;</p>\n"),
    ("[x](javascript:alert(1))", "<p class=\"text\">x</p>\n"),
    ("[x](data:text/html,1)", "<p class=\"text\">x</p>\n"),
    ("[x](/relative)", "<p class=\"text\">x</p>\n"),
    (
      "[x](https://example.org/\"onclick=)",
      "<p class=\"text\"><a class=\"link\" href=\"https://example.org/&quot;onclick=\">x</a></p>\n"
    ),
    ("![a \"b\"](pic.png)", "<p class=\"text\">a &quot;b&quot;</p>\n"),
    ("~~old~~ **new**", "<p class=\"text\"><del>old</del> <strong>new</strong></p>\n"),
    (
      "<https://example.org/>",
      "<p class=\"text\"><a class=\"link\" href=\"https://example.org/\">https://example.org/</a></p>\n"
    ),
  ])
  func writesSafeHTML(markdown: String, expected: String) {
    #expect(Self.html(markdown) == expected)
  }

  @Test func tablesKeepTheirAlignment() {
    let html = Self.html("| a | n |\n| --- | ---: |\n| x | 12 |\n")
    #expect(html.contains("<th scope=\"col\" style=\"text-align:right\">n</th>"))
    #expect(html.contains("<td style=\"text-align:right\">12</td>"))
  }

  @Test func linksBecomeNotesOnce() {
    let lines = Self.text(
      "See [one](https://a.test/) and [two](https://b.test/), then [one](https://a.test/).")
    #expect(
      lines == [
        "See one [1] and two [2], then one [1].", "[1] https://a.test/", "[2] https://b.test/",
      ])
  }

  @Test func listsHang() {
    let lines = Self.text("1. " + String(repeating: "word ", count: 6) + "\n2. x", columns: 16)
    #expect(lines == ["1. word word", "   word word", "   word word", "2. x"])
  }

  @Test func tablesCountWideCharactersTwice() {
    let lines = Self.text("| 品目 | n |\n| --- | ---: |\n| 紙 | 12 |\n| paper | 3 |\n")
    #expect(lines == ["品目    n", "-----  --", "紙     12", "paper   3"])
  }

  @Test func tooWideTablesBecomeLists() {
    let head = (1...9).map { "column\($0)" }.joined(separator: " | ")
    let marks = (1...9).map { _ in "---" }.joined(separator: "|")
    let row = (1...9).map { _ in "some long cell" }.joined(separator: " | ")
    let lines = Self.text("|\(head)|\n|\(marks)|\n|\(row)|")
    #expect(lines.first == "column1: some long cell")
    #expect(lines.count == 9)
  }

  @Test func deepNestingIsCutWithARemark() {
    let document = MarkdownReader.read(String(repeating: "> ", count: 200) + "deep", firstLine: 5)
    #expect(document.remarks.map(\.line) == [5])
  }
}
