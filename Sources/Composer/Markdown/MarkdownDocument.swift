/// A Markdown text read into blocks, with what was left out of it.
package struct MarkdownDocument: Hashable, Sendable {
  package struct Remark: Hashable, Sendable {
    package let line: Int
    package let message: String
  }

  /// What everybody may read: without passages, with what stands for a reader filled in.
  package var blocks: [MarkdownBlock]
  package var remarks: [Remark]
  /// The same with marks where readers differ, for what is mailed.
  package var personal: [MarkdownBlock]
  package var mergeProblems: [MergeProblem] = []

  package init(blocks: [MarkdownBlock], remarks: [Remark]) {
    self.blocks = blocks
    self.remarks = remarks
    personal = blocks
  }

  package static let empty = Self(blocks: [], remarks: [])

  package var isEmpty: Bool { blocks.isEmpty }

  /// The words of the first paragraph, for items that have no summary.
  package var firstParagraph: String? { Self.firstParagraph(blocks) }

  /// The same as it is mailed, with marks.
  var personalFirstParagraph: String? { Self.firstParagraph(personal) }

  private static func firstParagraph(_ blocks: [MarkdownBlock]) -> String? {
    for case .paragraph(let inlines) in blocks {
      let text = inlines.map(\.plainText).joined()
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// Every link and picture, in reading order.
  package var references: [MarkdownReference] {
    var found: [MarkdownReference] = []
    for block in blocks { MarkdownReference.collect(block, into: &found) }
    return found
  }
}
