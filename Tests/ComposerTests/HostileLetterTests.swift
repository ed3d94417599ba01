import Mail
import TestSupport
import Testing

@testable import Composer

/// What reads a letter for the checks takes whatever a theme or an item may hold.
@Suite struct HostileLetterTests {
  /// Pieces that read on to the end, when each of them is read anew from where it stands.
  static let repeated = [
    "</", "<a b=\"", "<!--", "<!", "<a ", "<style>", "<p style='color:#999'>", "<", "\"", "'",
    "<style>p{", "<style>@media x{", "<style>a/**/", "<p style=\"a:url(", "<p style='url(\"(",
    "2019年", "31 ", "June ", "31 June ", "Monday ", "24 June 2019 (", "2019年1月", "\u{1}", "&amp;",
    "国際", "a ", "TODO ", "○", "{{", "\u{301}",
  ]

  @Test(arguments: repeated)
  func whatIsRepeatedIsRead(piece: String) {
    Self.read(String(repeating: piece, count: 20_000 / piece.utf8.count))
  }

  @Test(arguments: [1, 2, 3, 4])
  func randomTextIsRead(seed: UInt64) {
    Self.read(Self.random(seed: seed, length: 20_000))
  }

  /// Reading does not depend on what comes later: twice the text gives twice the tokens.
  @Test(arguments: repeated)
  func tokensGiveTheTextBack(piece: String) {
    let html = String(repeating: piece, count: 500)
    let raw = HTMLScanner.tokens(html).map { token in
      switch token {
      case .start(_, _, let raw), .end(_, let raw), .text(let raw), .other(let raw): raw
      }
    }
    #expect(raw.joined() == html)
  }

  static func random(seed: UInt64, length: Int) -> String {
    var generator = SeededGenerator(seed: seed)
    let pieces =
      repeated + ["<td>", "</td>", " text ", "\n\n", "<b>", "</b>", "2019", ">", "}", ";"]
    var text = ""
    while text.utf8.count < length { text += pieces.randomElement(using: &generator) ?? "" }
    return text
  }

  static func read(_ text: String) {
    let tokens = HTMLScanner.tokens(text)
    _ = FeatureUse(tokens)
    _ = HTMLLink.all(in: tokens)
    let styles = HeadStyles(tokens)
    _ = ContrastWalk(tokens, styles: styles, isDark: true).findings
    let words = WordSet(HTMLLink.visibleText(tokens), text)
    _ = words.contains("nowhere")
    _ = DateScan.dates(in: text)
    _ = DateScan.named(in: text)
    _ = Placeholder.find(in: text)
  }
}
