import Mail

/// A link of the letter, with what a reader hears of it.
struct HTMLLink: Hashable, Sendable {
  let target: String
  /// The label for screen readers, else the text with the pictures' alternatives.
  let name: String

  static func all(in tokens: [HTMLToken]) -> [Self] {
    var links: [Self] = []
    var open: (target: String, label: String?, text: String)?
    for token in tokens {
      switch token {
      case .start("a", let attributes, _):
        // An anchor to jump to has a name and no target.
        guard let target = value("href", attributes) else { continue }
        open = (target, value("aria-label", attributes), "")
      case .start("img", let attributes, _): open?.text += value("alt", attributes) ?? ""
      case .text(let text): open?.text += HTMLText.unescape(text)
      case .end("a", _):
        if let link = open {
          links.append(Self(target: link.target, name: (link.label ?? link.text).trimmed()))
        }
        open = nil
      default: break
      }
    }
    return links
  }

  /// Elements that stand within a line, and part no words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "code", "del", "em", "font", "i", "ins", "mark", "s", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
  ]

  /// The text of the body; each tag parts words, or only those do that begin a line or a cell.
  static func visibleText(_ tokens: [HTMLToken], isEachParting: Bool = false) -> String {
    var text = ""
    var isHead = false
    for token in tokens {
      switch token {
      case .start("head", _, _): isHead = true
      case .end("head", _): isHead = false
      case .text(let piece): if !isHead { text += HTMLText.unescape(piece) }
      case .start(let name, _, _), .end(let name, _):
        if isEachParting || !inline.contains(name) { text += " " }
      case .other: text += " "
      }
    }
    return text
  }

  /// What stands for pictures that are not shown.
  static func alternatives(_ tokens: [HTMLToken]) -> String {
    tokens.compactMap { token -> String? in
      guard case .start("img", let attributes, _) = token else { return nil }
      return value("alt", attributes)
    }.joined(separator: " ")
  }

  static func value(_ name: String, _ attributes: [HTMLToken.Attribute]) -> String? {
    attributes.first { $0.name == name }?.value.map(HTMLText.unescape)
  }
}
