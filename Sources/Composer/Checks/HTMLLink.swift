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

  /// The text of the body, pieces parted by blanks.
  static func visibleText(_ tokens: [HTMLToken]) -> String {
    var text = ""
    var isHead = false
    for token in tokens {
      switch token {
      case .start("head", _, _): isHead = true
      case .end("head", _): isHead = false
      case .text(let piece): if !isHead { text += HTMLText.unescape(piece) }
      case .start("strong", _, _), .start("em", _, _), .end("strong", _), .end("em", _),
        .start("a", _, _), .end("a", _):
        break
      case .start, .end, .other: text += " "
      }
    }
    return text
  }

  static func value(_ name: String, _ attributes: [HTMLToken.Attribute]) -> String? {
    attributes.first { $0.name == name }?.value.map(HTMLText.unescape)
  }
}
