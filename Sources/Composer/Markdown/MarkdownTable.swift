/// A table of GitHub's Markdown: one row of headings, then rows of as many cells.
package struct MarkdownTable: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable {
    case left
    case center
    case right
  }

  package var alignments: [Alignment?]
  package var header: [[MarkdownInline]]
  package var rows: [[[MarkdownInline]]]
}
