import Foundation

/// Which program shows a page, if any does.
///
/// Pure.
package enum BrowserChoice {
  /// Gives the words of the command; nil where nobody sits before a screen.
  ///
  /// `$BROWSER` is a list with colons between; `%s` in it stands for the page.
  package static func command(
    for page: String, environment: [String: String], isTerminal: Bool
  ) -> [String]? {
    let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains {
      environment[$0]?.isEmpty == false
    }
    guard isTerminal, hasScreen else { return nil }
    let first = environment["BROWSER"]?.split(separator: ":").first ?? "xdg-open"
    var words = first.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    guard words.contains(where: { $0.contains("%s") }) else { return words + [page] }
    words = words.map { $0.replacing("%s", with: page) }
    return words
  }
}
