/// Where a Markdown text points to.
package enum MarkdownReference: Hashable, Sendable {
  case link(url: String, text: String)
  case image(url: String, alt: String)

  static func collect(_ block: MarkdownBlock, into found: inout [Self]) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): collect(inlines, into: &found)
    case .list(_, let items):
      for block in items.joined() { collect(block, into: &found) }
    case .quote(let blocks), .foreign(_, let blocks):
      for block in blocks { collect(block, into: &found) }
    case .table(let table):
      for cell in table.header { collect(cell, into: &found) }
      for cell in table.rows.joined() { collect(cell, into: &found) }
    case .when(_, let then, let otherwise):
      for block in then + otherwise { collect(block, into: &found) }
    case .code, .rule: break
    }
  }

  private static func collect(_ inlines: [MarkdownInline], into found: inout [Self]) {
    for inline in inlines {
      switch inline {
      case .link(let url, let children):
        found.append(.link(url: url, text: children.map(\.plainText).joined()))
        collect(children, into: &found)
      case .image(let url, let alt): found.append(.image(url: url, alt: alt))
      case .emphasis(let children), .strong(let children), .strikethrough(let children):
        collect(children, into: &found)
      case .text, .code, .softBreak, .lineBreak: break
      }
    }
  }
}
