import TestSupport
import Testing

@testable import Composer

@Suite struct ContrastTests {
  @Test(arguments: [
    ("#fff", 255.0, 1.0), ("#ffffff80", 255.0, 128.0 / 255), ("rgb(255, 0, 0)", 255.0, 1.0),
    ("rgba(255,0,0,.5)", 255.0, 0.5), ("White", 255.0, 1.0), ("rgb(100% 0% 0% / 50%)", 255.0, 1.0),
  ])
  func readsColours(text: String, red: Double, alpha: Double) throws {
    let colour = try #require(Colour(text))
    #expect(abs(colour.red - red) < 0.01)
    if !text.contains("50%") { #expect(abs(colour.alpha - alpha) < 0.01) }
  }

  @Test(arguments: ["", "#", "#12", "#ggg", "rgb()", "rgb(1,2)", "inherit", "#1234567890"])
  func whatIsNoColourIsNone(text: String) { #expect(Colour(text) == nil) }

  @Test func ratiosAreThoseOfTheStandard() throws {
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.01)
    let grey = try #require(Colour("#767676"))
    #expect(abs(grey.contrast(with: .white) - 4.54) < 0.01)
    #expect(abs(Contrast.ratio("#767676", "#ffffff") - grey.contrast(with: .white)) < 0.001)
  }

  private static func findings(_ html: String, isDark: Bool = false) -> [ContrastWalk.Finding] {
    let tokens = HTMLScanner.tokens(html)
    return ContrastWalk(tokens, styles: HeadStyles(tokens), isDark: isDark).findings
  }

  @Test(arguments: [
    ("<p style='color:#999'>Text</p>", 1), ("<p style='color:#767676'>Text</p>", 0),
    ("<p style='color:#949494;font-size:24px'>Text</p>", 0),
    ("<p style='color:#949494;font-size:19px'>Text</p>", 1),
    ("<p style='color:#949494;font-size:19px;font-weight:bold'>Text</p>", 0),
    // What is inherited.
    ("<div style='background:#222 none'><p><b>Text</b></p></div>", 1),
    ("<table bgcolor='#222222'><tr><td style='color:#fff'>Text</td></tr></table>", 0),
    // What nobody sees, or what lies on a picture.
    ("<p style='color:#999;display:none'>Text</p>", 0),
    ("<div style='background:url(a.png)'><p style='color:#999'>Text</p></div>", 0),
    ("<head><title style='color:#fff'>Text</title></head>", 0),
    ("<p style='color:#999'>&nbsp; · </p>", 0),
    // A pair of colours is told once.
    ("<p style='color:#999'>One</p><p style='color:#999'>Two</p>", 1),
    ("<style>.a { color: #999 !important }</style><p class='a' style='color:#000'>Text</p>", 1),
    ("<style>.a { color: #999 }</style><p class='a' style='color:#000'>Text</p>", 0),
  ])
  func walksTheLetter(html: String, count: Int) { #expect(Self.findings(html).count == count) }

  @Test func theDarkHasRulesOfItsOwn() {
    let html = """
      <style>@media (prefers-color-scheme: dark) { .a { background-color: #111 !important } }</style>
      <div class='a' style='background-color:#fff'><p style='color:#222'>Text</p></div>
      """
    #expect(Self.findings(html).isEmpty)
    let dark = Self.findings(html, isDark: true)
    #expect(dark.map(\.ground) == ["#111111"] && dark.map(\.snippet) == ["Text"])
  }

  /// Unclosed, deep and broken HTML costs little and breaks nothing.
  @Test func hostileHTMLIsWalked() {
    let deep = String(repeating: "<div style='color:#999'>x", count: 20_000)
    #expect(Self.findings(deep + String(repeating: "</p>", count: 20_000)).count <= 1)
    var generator = SeededGenerator(seed: 12)
    let pieces = [
      "<p", "<style>", "</style>", "{", "}", "@media", "<!--", "-->", "'", "\"", "style='color:",
      "#9",
      "rgb(", ">", "</", "<a href=", "url(", ";", "!important", "\u{1}", "é", "<td height=",
    ]
    for _ in 0..<300 {
      let html = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let tokens = HTMLScanner.tokens(html)
      _ = FeatureUse(tokens)
      _ = HTMLLink.all(in: tokens)
      for isDark in [false, true] {
        _ = ContrastWalk(tokens, styles: HeadStyles(tokens), isDark: isDark).findings
      }
    }
  }
}
