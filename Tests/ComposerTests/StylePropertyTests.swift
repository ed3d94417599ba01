import Mail
import TestSupport
import Testing

@testable import Composer

/// What holds for any sheet and any document.
@Suite struct StylePropertyTests {
  /// Importance is decided the first time; without it, a second time finds nothing to do.
  @Test(arguments: [false, true])
  func applyingASheetAgainChangesNothing(isImportant: Bool) throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<200 {
      var css = RandomDocument.sheet(&random)
      if !isImportant { css = css.replacing(" !important", with: "") }
      let html = RandomDocument.body(&random)
      let inliner = StyleInliner(try StyleSheet(parsing: css))
      let once = inliner.inline(html, language: .english)
      let again = isImportant ? StyleInliner(StyleSheet()) : inliner
      let isSame = again.inline(once, language: .english) == once
      #expect(isSame, "\(css)\n\(html)")
      if !isSame { return }
    }
  }

  @Test func survivesAnySheet() {
    var random = SeededGenerator(seed: 9)
    let alphabet = Array("{}:;,.#>*@()[]'\"\\/ abp-!\n".utf8)
    for _ in 0..<2000 {
      let bytes = (0..<80).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      var builder = StyleSheetBuilder()
      builder.add(String(decoding: bytes, as: UTF8.self), file: "style.css")
      let sheet = builder.finished()
      _ = sheet.headTexts(language: "ar")
      _ = sheet.pageText(Language("ar") ?? .english)
      _ = StyleInliner(sheet).inline("<p class=\"a\"><b>x</b></p>", language: .english)
    }
  }

  /// Each of these took the square of its length, or a deep stack, in an earlier version.
  @Test(arguments: [
    "<", "</", "<a ", "<a b=\"", "<!--", "<p>", "<li>", "<b>", "<pre>", "</b>", "<td><table>",
  ])
  func anyLengthIsReadOnce(piece: String) throws {
    let html = String(repeating: piece, count: 20_000)
    let sheet = try StyleSheet(parsing: "p b li td { color: red } b > b b > b { margin: 0 }")
    #expect(
      StyleInliner(sheet).inline(html, language: .english).utf8.count >= html.utf8.count / 2)
  }
}
