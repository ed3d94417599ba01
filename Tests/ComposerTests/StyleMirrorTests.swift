import Mail
import Testing

@testable import Composer

/// Left and right in letters that are written from right to left.
@Suite struct StyleMirrorTests {
  static let arabic = Language("ar") ?? .english

  @Test(arguments: [
    ("padding-left: 4px", "padding-right: 4px"),
    ("border-right-color: red", "border-left-color: red"),
    ("border-top-left-radius: 4px", "border-top-right-radius: 4px"),
    ("left: 0", "right: 0"),
    ("text-align: left", "text-align: right"),
    ("text-align: center", "text-align: center"),
    ("float: right !important", "float: left !important"),
    ("margin: 1px 2px 3px 4px", "margin: 1px 4px 3px 2px"),
    ("margin: 1px 2px 3px", "margin: 1px 2px 3px"),
    ("padding: 0 calc(1px + 2px) 0 4px", "padding: 0 4px 0 calc(1px + 2px)"),
    ("border-radius: 1px 2px 3px 4px", "border-radius: 2px 1px 4px 3px"),
    ("border-radius: 1px 2px 3px", "border-radius: 2px 1px 2px 3px"),
    ("border-radius: 1px 2px / 3px 4px", "border-radius: 2px 1px / 4px 3px"),
    ("border-color: red rgb(0, 0, 1) blue tan", "border-color: red tan blue rgb(0, 0, 1)"),
    ("mso-padding-alt: 1px 2px 3px 4px", "mso-padding-alt: 1px 4px 3px 2px"),
    ("background: url(left.png) left top", "background: url(left.png) right top"),
    ("background: url(\"to left (1).png\") 0 0", "background: url('to left (1).png') 0 0"),
    ("font-family: 'Left Sans', left", "font-family: 'Left Sans', left"),
    ("border: 1px solid red", "border: 1px solid red"),
  ])
  func turns(written: String, expected: String) throws {
    let html = try StyleInliner(StyleSheet(parsing: "p { \(written) }"))
      .inline("<p>x</p>", language: Self.arabic)
    let value = expected.replacing(": ", with: ":").replacing(" !important", with: "")
    #expect(html == "<p style=\"\(value)\">x</p>")
    #expect(
      try StyleInliner(StyleSheet(parsing: "p { \(written) }")).inline(
        "<p>x</p>", language: .english)
        != html || written.replacing("\"", with: "'") == expected)
  }

  /// An English story in an Arabic letter stays as it is, and the other way round.
  @Test func directionIsTheElements() throws {
    let sheet = try StyleSheet(parsing: "p { padding-left: 1px }")
    let html = "<p>a</p><div dir=\"ltr\"><p>b</p></div><div dir=\"RTL\"><p>c</p></div>"
    #expect(
      StyleInliner(sheet).inline(html, language: Self.arabic)
        == "<p style=\"padding-right:1px\">a</p>"
        + "<div dir=\"ltr\"><p style=\"padding-left:1px\">b</p></div>"
        + "<div dir=\"RTL\"><p style=\"padding-right:1px\">c</p></div>")
    #expect(
      StyleInliner(sheet).inline(html, language: .english)
        == "<p style=\"padding-left:1px\">a</p>"
        + "<div dir=\"ltr\"><p style=\"padding-left:1px\">b</p></div>"
        + "<div dir=\"RTL\"><p style=\"padding-right:1px\">c</p></div>")
  }

  @Test func headAndPageAreTurnedToo() throws {
    let css = """
      :root { --left: left }
      /* left; } */ p, .left { text-align: left; background: url(data:a;left) }
      @media (min-width: 1px) { .left { margin: 0 1px 0 2px } }
      """
    let sheet = try StyleSheet(parsing: css)
    #expect(
      sheet.headTexts(language: "ar").joined().contains(".left { margin: 0 2px 0 1px !important }"))
    #expect(sheet.pageText(.english) == css)
    #expect(
      sheet.pageText(Self.arabic) == """
        :root { --left: left }
         p, .left { text-align: right; background: url(data:a;left) }
        @media (min-width: 1px) { .left { margin: 0 2px 0 1px } }
        """)
  }

  @Test func lettersAreTurned() throws {
    let arabic = try Samples.compose(language: Self.arabic)
    let english = try Samples.compose()
    #expect(arabic.html.contains("<html lang=\"ar\" dir=\"rtl\""))
    #expect(english.html.contains("text-align:right;padding-right:8px"))
    #expect(arabic.html.contains("text-align:left;padding-left:8px"))
    #expect(arabic.page.contains("padding-left: 8px"))
  }
}
