/// A run of text within a Markdown block.
package indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case strikethrough([MarkdownInline])
  case link(url: String, [MarkdownInline])
  case image(url: String, alt: String)

  /// The words alone.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    case .emphasis(let children), .strong(let children), .strikethrough(let children),
      .link(_, let children):
      children.map(\.plainText).joined()
    case .image(_, let alt): alt
    }
  }
}
