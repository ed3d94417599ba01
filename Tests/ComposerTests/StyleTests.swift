import Mail
import TestSupport
import Testing

@testable import Composer

@Suite struct StyleTests {
  static func inline(_ css: String, _ html: String, _ language: Language = .english) throws
    -> String
  {
    StyleInliner(try StyleSheet(parsing: css)).inline(html, language: language)
  }

  @Test(arguments: [
    ("p { color: red }", "<p>x</p>", "<p style=\"color:red\">x</p>"),
    (".a { color: red }", "<p class=\"a b\">x</p>", "<p style=\"color:red\">x</p>"),
    ("#i { color: red }", "<p id=\"i\">x</p>", "<p id=\"i\" style=\"color:red\">x</p>"),
    (
      "div p { color: red }", "<div><b><p>x</p></b></div>",
      "<div><b><p style=\"color:red\">x</p></b></div>"
    ),
    ("div > p { color: red }", "<div><b><p>x</p></b></div>", "<div><b><p>x</p></b></div>"),
    (".a { color: red } p { color: blue }", "<p class=\"a\">x</p>", "<p style=\"color:red\">x</p>"),
    ("p { color: red } p { color: blue }", "<p>x</p>", "<p style=\"color:blue\">x</p>"),
    (
      "p { color: red !important } .a { color: blue }", "<p class=\"a\">x</p>",
      "<p style=\"color:red\">x</p>"
    ),
    ("p { color: red }", "<p style=\"margin:0\">x</p>", "<p style=\"color:red;margin:0\">x</p>"),
    (":root { --c: red } p { color: var(--c) }", "<p>x</p>", "<p style=\"color:red\">x</p>"),
    ("p { color: var(--none, blue) }", "<p>x</p>", "<p style=\"color:blue\">x</p>"),
    ("p { font-family: \"A B\" }", "<p>x</p>", "<p style=\"font-family:'A B'\">x</p>"),
    ("p { color: red }", "<img src=\"a\"><p>x</p>", "<img src=\"a\"><p style=\"color:red\">x</p>"),
    (
      "p { color: red }", "<!-- <p> --><p>1 < 2</p>", "<!-- <p> --><p style=\"color:red\">1 < 2</p>"
    ),
    ("br { color: red }", "<br><br>", "<br style=\"color:red\"><br style=\"color:red\">"),
  ])
  func inlines(css: String, html: String, expected: String) throws {
    #expect(try Self.inline(css, html) == expected)
  }

  @Test func variablesFollowTheElementsLanguage() throws {
    let css = """
      :root { --f: Arial } :root:lang(ja) { --f: Gothic } :root:lang(zh) { --f: Hei }
      p { font-family: var(--f) }
      """
    #expect(
      try Self.inline(css, "<div lang=\"ja\"><p>x</p></div><p lang=\"zh-Hant\">y</p><p>z</p>")
        == "<div lang=\"ja\"><p style=\"font-family:Gothic\">x</p></div>"
        + "<p lang=\"zh-Hant\" style=\"font-family:Hei\">y</p><p style=\"font-family:Arial\">z</p>")
  }

  @Test func selfReferringVariablesEnd() throws {
    #expect(
      try Self.inline(":root { --a: var(--a) } p { color: var(--a) }", "<p>x</p>").count < 500)
  }

  @Test func mediaStaysInTheHeadAndKeepsItsClasses() throws {
    let css =
      ".a { color: red } @media (prefers-color-scheme: dark) { .a { color: blue !important } }"
    let sheet = try StyleSheet(parsing: css)
    #expect(
      StyleInliner(sheet).inline("<p class=\"a b\">x</p>", language: .english)
        == "<p class=\"a\" style=\"color:red\">x</p>")
    let head = sheet.headTexts(language: "en").joined()
    #expect(
      head.contains("@media (prefers-color-scheme: dark) {\n.a { color: blue !important }\n}"))
    #expect(head.contains("[data-ogsc] .a { color: blue !important }"))
  }

  @Test(arguments: [
    ("p { color: red", 1), ("p {}\n\n}", 3), ("/* x\n\n*/ p", 3),
  ])
  func tellsTheLineOfAMissingBrace(css: String, line: Int) {
    let error = #expect(throws: SourceProblem.self) { try StyleSheet(parsing: css) }
    #expect(error?.line == line)
  }

  @Test func survivesAnyHTML() throws {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("<>/\"'= abp!-&;\n".utf8)
    let inliner = StyleInliner(try StyleSheet(parsing: "a p b { color: red }"))
    for _ in 0..<2000 {
      let bytes = (0..<60).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      _ = inliner.inline(String(decoding: bytes, as: UTF8.self), language: .english)
    }
  }
}
