/// A Markdown tree as plain paragraphs, one a line and not wrapped.
enum PlainParagraphs {
  static func of(_ blocks: [MarkdownBlock]) -> [String] { blocks.flatMap(lines) }

  private static func lines(_ block: MarkdownBlock) -> [String] {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): [text(inlines)]
    case .list(_, let items): items.flatMap(of).map { "- \($0)" }
    case .quote(let blocks), .foreign(_, let blocks): of(blocks)
    case .code(let text): text.split(separator: "\n").map(String.init)
    case .table(let table):
      ([table.header] + table.rows).map { $0.map(text).joined(separator: " | ") }
    case .rule: []
    case .when(_, let then, let otherwise): of(then) + of(otherwise)
    }
  }

  private static func text(_ inlines: [MarkdownInline]) -> String {
    inlines.map(text).joined()
  }

  /// The words, and where a link leads.
  private static func text(_ inline: MarkdownInline) -> String {
    switch inline {
    case .link(let url, let children):
      let words = text(children)
      guard let address = LinkTarget(url).address, !address.hasSuffix(words) else { return words }
      return "\(words) (\(address))"
    case .emphasis(let children), .strong(let children), .strikethrough(let children):
      return text(children)
    default: return inline.plainText
    }
  }
}
