package import Mail

/// A block of a Markdown text, as a tree of values.
package indirect enum MarkdownBlock: Hashable, Sendable {
  case paragraph([MarkdownInline])
  case heading(level: Int, [MarkdownInline])
  /// A list; `start` is the first number of a numbered one.
  case list(start: Int?, items: [[MarkdownBlock]])
  case quote([MarkdownBlock])
  case code(String)
  case table(MarkdownTable)
  case rule
  /// Blocks for some readers, and others for everybody else; only in what is mailed.
  case when(MergeCondition, then: [MarkdownBlock], otherwise: [MarkdownBlock])
  /// Blocks in another language than the text around them.
  case foreign(Language, [MarkdownBlock])
}
