/// A piece of HTML.
enum HTMLToken: Hashable, Sendable {
  struct Attribute: Hashable, Sendable {
    let name: String
    /// As written, entities included; nil for a name alone.
    let value: String?
  }

  case text(String)
  case start(name: String, attributes: [Attribute], raw: String)
  case end(name: String, raw: String)
  /// A comment, a document type, or the inside of a style element.
  case other(String)

  static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
}
