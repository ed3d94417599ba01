import Foundation
import Mail
import TestSupport
import Testing

@testable import Composer

/// Letters with their styles written in look in a real browser as their sheets say.
@Suite(.enabled(if: ServerNeed.chromium.shouldRun, "\(ServerNeed.chromium)"))
struct BrowserStyleTests {
  @Test func anyDocumentLooksAsItsSheetSays() throws {
    var random = SeededGenerator(seed: 31)
    let pairs = try (0..<150).map { number in
      let css = RandomDocument.sheet(&random)
      // A body of a table that only the browser puts in has no tag to write styles into.
      let body = RandomDocument.body(&random).replacing("><tr><td>", with: "><tbody><tr><td>")
      return try Self.pair("document \(number)", css, body)
    }
    let result = try BrowserStyles().compare(pairs)
    #expect(result.elements > 1500 && result.values > 300_000)
    for difference in result.differences.prefix(20) {
      Issue.record("\(difference)\n\(pairs.first { $0.name == difference.document }?.sheet ?? "")")
    }
  }

  private static func pair(_ name: String, _ css: String, _ body: String) throws
    -> BrowserStyles.Pair
  {
    func document(_ head: String, _ body: String) -> String {
      "<!DOCTYPE html><html lang=\"en\"><head><title>x</title>\(head)</head>\(body)</html>"
    }
    let inliner = StyleInliner(try StyleSheet(parsing: css))
    return BrowserStyles.Pair(
      name: name, sheet: document("<style>\(css)</style>", "<body>\(body)</body>"),
      inlined: inliner.inline(document("", "<body>\(body)</body>"), language: .english))
  }

  /// A comparison that finds nothing anywhere would prove nothing.
  @Test func whatDiffersIsFound() throws {
    let pair = BrowserStyles.Pair(
      name: "x", sheet: "<style>p { color: red }</style><p>x</p>",
      inlined: "<p style=\"color:blue\">x</p>")
    let found = try BrowserStyles().compare([pair]).differences
    #expect(
      found.contains {
        $0.property == "color" && $0.inSheet == "rgb(255, 0, 0)" && $0.inlined == "rgb(0, 0, 255)"
      })
  }

  @Test(arguments: ["igpn", "plain"])
  func lettersLookAsTheirSheetsSay(name: String) throws {
    let folder = Samples.repository.appendingPathComponent("templates/\(name)")
    let theme = try Theme(directory: folder)
    let pairs = try ["en", "ja", "ar"].map { tag in
      try Self.letter(theme, try #require(Language(tag)))
    }
    let result = try BrowserStyles().compare(pairs)
    #expect(result.elements > 300 && result.values > 100_000)
    // A foreign story of a letter that is read from the right keeps to its own side, element by
    // element; a sheet can only be turned as a whole, so pages write these sides by themselves.
    let unexpected = result.differences.filter { difference in
      !(difference.property == "text-align" && difference.inSheet == "right"
        && difference.inlined == "left" && difference.document.hasSuffix(" in ar"))
    }
    for difference in unexpected.prefix(30) { Issue.record("\(difference)") }
  }

  /// The sample's letter: with the whole sheet in its head, and as it is sent.
  private static func letter(_ theme: Theme, _ language: Language) throws -> BrowserStyles.Pair {
    let edition = Edition(
      period: try Period(parsing: "2019-H1"), items: Samples.items().items,
      events: Samples.events().events, date: try #require(CalendarDay(parsing: "2019-06-24")),
      sectionOrder: [])
    let context = LetterContext(
      edition: edition, publication: try Samples.publication(),
      phrases: try #require(theme.phrases(for: language)), language: language)
    func rendered(_ styles: [String]) throws -> String {
      let view = LetterView(context, medium: .mail)
      return try theme.render("newsletter.html", view.values(headStyles: styles, pageStyles: ""))
    }
    // Variables of a language are the root's for a browser; letters take those of each text's own.
    let sheet = theme.styles.pageText(language).replacing(":root:lang(", with: ":lang(")
      .replacing(":root {", with: ":root, [lang] {")
    return BrowserStyles.Pair(
      name: "\(theme.name) in \(language)",
      sheet: try rendered([sheet]),
      inlined: StyleInliner(theme.styles).inline(
        try rendered(theme.styles.headTexts(language: language.tag)), language: language))
  }
}
