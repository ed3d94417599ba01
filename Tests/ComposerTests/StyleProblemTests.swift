import Mail
import Testing

@testable import Composer

/// What is told about a style sheet, with its line.
@Suite struct StyleProblemTests {
  static func problems(_ css: String) -> [String] {
    var builder = StyleSheetBuilder()
    builder.add(css, file: "style.css")
    return builder.finished().problems.map { "\($0.level) \($0.description)" }
  }

  @Test(arguments: [
    ("p { color: red", "error style.css:1: the { after \"p\" is not closed"),
    ("p {}\n\n}", "error style.css:3: a } without the { that it closes"),
    ("/* x\n\n*/ p", "error style.css:3: expected { after \"p\""),
    ("p {}\n/* x", "error style.css:2: this comment is not closed by */"),
    (
      "p {\n  color red;\n}", "error style.css:2: expected \"property: value\", found \"color red\""
    ),
    ("p {\n\n  color:;\n}", "error style.css:3: color has no value"),
    ("p { co lor: red }", "error style.css:1: \"co lor\" is no property's name"),
    ("p {\n color: red\n margin: 0;\n}", "error style.css:2: expected ; before \"margin: 0\""),
    ("p {\n content: 'a;\n color: red }", "error style.css:2: this ' is not closed"),
    ("p { width: calc(1px }", "error style.css:1: this ( is not closed"),
    ("color: red;", "error style.css:1: \"color: red\" stands outside of every { }"),
    ("{ color: red }", "error style.css:1: expected a selector before {"),
    ("\np, { color: red }", "error style.css:2: a selector is missing beside a comma"),
    ("p > { color: red }", "error style.css:1: p >: expected a selector behind >"),
    ("> p { color: red }", "error style.css:1: > p: expected a selector before >"),
    (
      "p..a { color: red }",
      "error style.css:1: p..a: \"p..a\" is no selector; expected one such as p, .name or #name"
    ),
    (
      ".1a { color: red }",
      "error style.css:1: .1a: \".1a\" is no selector; expected one such as p, .name or #name"
    ),
    (
      ":root { --leaf: red }\n\np { color: var(--laef) }",
      "error style.css:3: --laef: no :root sets this variable; did you mean --leaf?"
    ),
    (
      "p { --leaf: red }",
      "error style.css:1: --leaf: variables are set in :root and :root:lang(…) only"
    ),
    (
      "p { background: url('</style>') }",
      "error style.css:1: \"</\" would end the style sheet of the page; write \"<\\/\""
    ),
    (
      "p {\n b { color: red }\n}",
      "error style.css:2: a rule within a rule: the } of \"p\" is missing before \"b\""
    ),
    (
      "@media print {\n p { color: red }",
      "error style.css:1: the { after \"@media print\" is not closed"
    ),
    (
      "@media print { p..a { color: red } }",
      "error style.css:1: p..a: \"p..a\" is no selector; expected one such as p, .name or #name"
    ),
    (
      "p { colour: red }",
      "warning style.css:1: colour: CSS has no such property; did you mean color?"
    ),
    (
      "* { margin: 0 }",
      "warning style.css:1: *: is written into every element of the letter; name the elements that are meant"
    ),
    (
      "h1 + p { color: red }",
      "warning style.css:1: h1 + p: stays in the letter's head, which many mail programs do not read: + and ~ ask for what stands before; give the element a class"
    ),
    (
      "p[lang] { color: red }",
      "warning style.css:1: p[lang]: stays in the letter's head, which many mail programs do not read: it asks for an attribute; give the element a class"
    ),
    (
      "p:first-child { color: red }",
      "warning style.css:1: p:first-child: stays in the letter's head, which many mail programs do not read: :first is not read when a letter is made; give the element a class"
    ),
    (
      "@import url(a;b.css);",
      "warning style.css:1: @import: is left out: each reader's program would fetch it from elsewhere, which tells who reads"
    ),
    (
      "@font-face { src: url(a) }",
      "warning style.css:1: @font-face: is left out: each reader's program would fetch it from elsewhere, which tells who reads"
    ),
    (
      "@layer a { p { color: red } }",
      "warning style.css:1: @layer: is left out: no mail program knows it"
    ),
    (
      "@media print { :root { --a: b } }",
      "warning style.css:1: --a: variables in @media change pages only; letters need the properties written out"
    ),
  ])
  func tells(css: String, expected: String) {
    #expect(Self.problems(css) == [expected])
  }

  @Test(arguments: [
    "", "/* nothing */", "p { }", "p { color: red; }", "a:hover { color: red }", ":root { --a: b }",
    "p { filter: progid:DXImageTransform(a=1) }", "p { background: url(https://a.test/b;c) }",
    "p { mso-line-height-rule: exactly; -webkit-text-size-adjust: 100% }",
    "@media (a) { @supports (b: c) { p { color: red } } }", "p { color: red ! important }",
    "@keyframes a { from { color: red } 50% { color: blue } }", "p::before { content: '}' }",
  ])
  func findsNothing(css: String) {
    #expect(Self.problems(css).isEmpty)
  }

  @Test func readsOnAfterAMistake() {
    #expect(Self.problems("p { color }\nb { margin }\n}\ni..a {}\n").count == 4)
  }

  @Test func nestedQueriesStayInTheHead() throws {
    let sheet = try StyleSheet(
      parsing: """
        @supports (a: b) { @media (prefers-color-scheme: dark) { .x { color: red } } }
        @keyframes k { from { color: red } }
        a:hover { color: red } @import url(a); @font-face { src: url(b) }
        """)
    let head = sheet.headTexts(language: "en")
    #expect(
      head == [
        "a:hover { color: red !important }\n",
        "@supports (a: b) {\n@media (prefers-color-scheme: dark) {\n.x { color: red !important }\n}\n}\n",
        "@keyframes k {\nfrom { color: red }\n}\n",
        "[data-ogsc] .x { color: red !important }\n",
      ])
    #expect(
      StyleInliner(sheet).inline("<p class=\"x y\">a</p>", language: .english)
        == "<p class=\"x\">a</p>")
    let page = sheet.pageText(.english)
    #expect(!page.contains("@import") && !page.contains("url(b)") && page.contains("a:hover"))
  }
}
