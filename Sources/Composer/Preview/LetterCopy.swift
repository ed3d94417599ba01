/// A letter's HTML as one kind of reader sees it, to be shown in a frame.
///
/// A frame can't be told which colours its reader prefers, so the copy's own style says it: the
/// condition on `prefers-color-scheme` becomes one that always holds, or never.
package enum LetterCopy: String, CaseIterable, Sendable {
  case light
  case dark
  /// As a mail client shows it before its reader allows pictures.
  case bare

  /// Nothing in the copy may run or be fetched, except pictures and the letter's own styles.
  package static let policy =
    "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"

  /// Writes the copy; `picture` gives another address for a picture's, nil where it stays.
  ///
  /// A sandboxed frame has no origin and may read no files: pictures come as `data:`.
  package func write(_ html: String, picture: (String) -> String?) -> String {
    var output = ""
    output.reserveCapacity(html.utf8.count + 512)
    var inside: String?
    var hasGuard = false
    for token in HTMLScanner.tokens(html) {
      switch token {
      case .start(let name, let attributes, let raw):
        inside = name == "style" || name == "script" ? name : nil
        if Self.isLeftOut(name, attributes) { continue }
        output += tag(name, attributes, raw: raw, picture: picture)
        if name == "head", !hasGuard {
          output += guardian
          hasGuard = true
        }
      case .end(let name, let raw):
        inside = nil
        if name == "script" { continue }
        output += raw
      case .text(let text): output += text
      case .other(let text):
        if inside == "script" { continue }
        output += inside == "style" ? style(text) : text
      }
    }
    return hasGuard ? output : guardian + output
  }

  /// A script, a page's refresh and a new base for its addresses do no mail client any good.
  private static func isLeftOut(_ name: String, _ attributes: [HTMLToken.Attribute]) -> Bool {
    switch name {
    case "script", "base", "iframe", "object", "embed": true
    case "meta": attributes.contains { $0.name == "http-equiv" }
    default: false
    }
  }

  private var guardian: String {
    """
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">\
    <style>:root { color-scheme: \(self == .dark ? "dark" : "light") !important; }</style>
    """
  }

  private func tag(
    _ name: String, _ attributes: [HTMLToken.Attribute], raw: String, picture: (String) -> String?
  ) -> String {
    var changed = false
    var written = "<\(name)"
    for attribute in attributes {
      guard let value = attribute.value else {
        // A handler without a value does nothing, and neither does its absence.
        written += attribute.name.hasPrefix("on") ? "" : " \(attribute.name)"
        continue
      }
      let new = self.value(of: attribute.name, value, picture: picture)
      if new != value { changed = true }
      if let new { written += " \(attribute.name)=\"\(new.replacing("\"", with: "&quot;"))\"" }
    }
    return changed ? written + ">" : raw
  }

  /// What an attribute says in this copy; nil where it is left out.
  private func value(
    of name: String, _ value: String, picture: (String) -> String?
  ) -> String? {
    if name.hasPrefix("on") { return nil }
    switch name {
    case "src", "background":
      if self == .bare { return Self.noPicture }
      return picture(HTMLText.unescape(value)).map(HTMLText.escape) ?? value
    case "srcset": return nil
    case "media", "style": return style(value)
    default: return value
    }
  }

  /// An address that holds no picture: a browser shows the alternative text in its place.
  private static let noPicture = "data:,"

  private func style(_ text: String) -> String {
    var text = text
    if text.lowercased().contains("prefers-color-scheme") {
      text = text.replacing(
        /\(\s*prefers-color-scheme\s*:\s*([a-z-]+)\s*\)/.ignoresCase()
      ) { match in
        (match.output.1.lowercased() == "dark") == (self == .dark)
          ? "(min-width: 0px)" : "(max-width: 0px)"
      }
    }
    if self == .bare, text.lowercased().contains("url(") {
      text = text.replacing(/url\(\s*/.ignoresCase()) { "\($0.output)\(Self.noPicture)" }
    }
    return text
  }
}
