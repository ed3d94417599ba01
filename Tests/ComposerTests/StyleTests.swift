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
    // A corner is of no side.
    (
      "p { border-top-left-radius: 7px } .a { border-top: 1px solid red }", "<p class=\"a\">x</p>",
      "<p style=\"border-top-left-radius:7px;border-top:1px solid red\">x</p>"
    ),
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
    // Ids win over classes, classes over types, however many.
    (
      "#i { color: red } .a.b.c { color: blue }", "<p id=\"i\" class=\"a b c\">x</p>",
      "<p id=\"i\" style=\"color:red\">x</p>"
    ),
    (
      "p.a, b { color: red }", "<p class=\"a\">x<b>y</b></p>",
      "<p style=\"color:red\">x<b style=\"color:red\">y</b></p>"
    ),
    (
      "div > p > b { color: red }", "<div><p><b>x</b></p></div>",
      "<div><p><b style=\"color:red\">x</b></p></div>"
    ),
    // The nearest "a > b" is not within an "x"; the one above it is.
    (
      "i > u b { color: red }", "<i><u><u><b>x</b></u></u></i>",
      "<i><u><u><b style=\"color:red\">x</b></u></u></i>"
    ),
    (
      ".a * { color: red }", "<p class=\"a\"><b>x</b></p>",
      "<p><b style=\"color:red\">x</b></p>"
    ),
    // Browsers put the body of a table in, and close what is left open.
    (
      "tbody > tr { color: red } table > tr { margin: 0 }", "<table><tr><td>x</table>",
      "<table><tr style=\"color:red\"><td>x</table>"
    ),
    ("p > p { color: red }", "<p>x<p>y", "<p>x<p>y"),
    ("li li { color: red }", "<ul><li>x<li>y</ul>", "<ul><li>x<li>y</ul>"),
    // Shorthands and longhands by their order.
    (
      "p { margin-top: 4px } .a { margin: 0 }", "<p class=\"a\">x</p>",
      "<p style=\"margin:0\">x</p>"
    ),
    (
      "p { margin: 0 } .a { margin-top: 4px }", "<p class=\"a\">x</p>",
      "<p style=\"margin:0;margin-top:4px\">x</p>"
    ),
    (
      "p { border-left-color: red } .a { border-color: blue }", "<p class=\"a\">x</p>",
      "<p style=\"border-color:blue\">x</p>"
    ),
    (
      "p { border-radius: 1px } .a { border: 0 }", "<p class=\"a\">x</p>",
      "<p style=\"border-radius:1px;border:0\">x</p>"
    ),
    (
      "p { line-height: 2 } .a { font: 12px Arial }", "<p class=\"a\">x</p>",
      "<p style=\"font:12px Arial\">x</p>"
    ),
    (
      "p { margin-top: 1px !important } .a { margin: 0 }", "<p class=\"a\">x</p>",
      "<p style=\"margin:0;margin-top:1px\">x</p>"
    ),
    // Importance beats the element's own style, which beats all others.
    (
      "p { color: red !important }", "<p style=\"color:blue;margin:0\">x</p>",
      "<p style=\"margin:0;color:red\">x</p>"
    ),
    (
      "#i { color: red }", "<p id=\"i\" style=\"color:blue\">x</p>",
      "<p id=\"i\" style=\"color:blue\">x</p>"
    ),
    // Two values in one rule: the second is for programs that know it.
    (
      "p { width: 90%; width: calc(100% - 9px) }", "<p>x</p>",
      "<p style=\"width:90%;width:calc(100% - 9px)\">x</p>"
    ),
    // Signs in strings, addresses and comments mean nothing.
    (
      "p { content: 'a;b}c{' ; color: red }", "<p>x</p>",
      "<p style=\"content:'a;b}c{';color:red\">x</p>"
    ),
    (
      "p { background: url(data:image/gif;base64,R0=) }", "<p>x</p>",
      "<p style=\"background:url(data:image/gif;base64,R0=)\">x</p>"
    ),
    ("p { background: url(a?b&c) }", "<p>x</p>", "<p style=\"background:url(a?b&amp;c)\">x</p>"),
    ("p /* , b { */ { color: /* blue */ red }", "<p>x</p>", "<p style=\"color:red\">x</p>"),
    ("p { font-family: \"it's\" }", "<p>x</p>", "<p style=\"font-family:&quot;it's&quot;\">x</p>"),
    (
      "p { color: var(--a, var(--b, rgb(1, 2, 3))) }", "<p>x</p>",
      "<p style=\"color:rgb(1, 2, 3)\">x</p>"
    ),
    (":root { --c: red }", "<p style=\"color:var(--c)\">x</p>", "<p style=\"color:red\">x</p>"),
    ("p { color: RED }", "<P CLASS=a>x</P>", "<p style=\"color:RED\">x</P>"),
    (
      "title, p { color: red }", "<head><title>x</title></head><p>y</p>",
      "<head><title>x</title></head><p style=\"color:red\">y</p>"
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

  /// Values that name each other, and ones that multiply a thousandfold, come to an end.
  @Test func endlessVariablesEnd() throws {
    var builder = StyleSheetBuilder()
    builder.add(":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }", file: "style.css")
    let ring = builder.finished()
    #expect(
      ring.problems.map(\.description) == [
        "style.css:1: --a: the variable's value names itself",
        "style.css:1: --b: the variable's value names itself",
      ])
    #expect(StyleInliner(ring).inline("<p>x</p>", language: .english) == "<p>x</p>")

    let ten = Array(repeating: "var(--NEXT)", count: 10).joined(separator: " ")
    let names = ["--a", "--b", "--c", "--d", "--e", "--f", "--g", "--h"]
    let steps = zip(names, names.dropFirst()).map {
      "\($0): \(ten.replacing("--NEXT", with: $1));"
    }
    let bomb = try StyleSheet(
      parsing: ":root { \(steps.joined()) --h: 1px } p { margin: var(--a) }")
    #expect(StyleInliner(bomb).inline("<p>x</p>", language: .english).utf8.count < 2000)
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
