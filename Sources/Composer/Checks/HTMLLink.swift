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

  static func value(_ name: String, _ attributes: [HTMLToken.Attribute]) -> String? {
    attributes.first { $0.name == name }?.value.map(HTMLText.unescape)
  }
}
