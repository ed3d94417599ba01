import Mail

/// Makes blocks of their own out of paragraphs that some readers would find empty.
enum MarkdownPassages {
  static func lifted(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    blocks.flatMap { lifted($0, depth: 0) }
  }

  private static func lifted(_ block: MarkdownBlock, depth: Int) -> [MarkdownBlock] {
    switch block {
    case .paragraph(let inlines):
      return lift(inlines, depth) { .paragraph($0) }
    case .heading(let level, let inlines):
      return lift(inlines, depth) { .heading(level: level, $0) }
    case .list(let start, let items): return [.list(start: start, items: items.map(lifted))]
    case .quote(let blocks): return [.quote(lifted(blocks))]
    case .when(let condition, let then, let otherwise):
      return [.when(condition, then: lifted(then), otherwise: lifted(otherwise))]
    // Members' own texts have no passages.
    case .foreign, .code, .table, .rule: return [block]
    }
  }

  /// Beyond this many conditions an empty paragraph is the lesser evil.
  private static let maximumDepth = 6

  private static func lift(
    _ inlines: [MarkdownInline], _ depth: Int, _ make: ([MarkdownInline]) -> MarkdownBlock
  ) -> [MarkdownBlock] {
    guard let condition = firstCondition(inlines) else {
      return isBlank(inlines) && depth > 0 ? [] : [make(inlines)]
    }
    var always = MergeFilter(decide: { _ in false }, value: MergeMarker.mark)
    var sides = MergeFilter(decide: { _ in true }, value: MergeMarker.mark)
    let mayBeEmpty = isBlank(always.filter(inlines)) || isBlank(sides.filter(inlines))
    guard mayBeEmpty, depth < maximumDepth else { return [make(inlines)] }
    func side(_ holds: Bool) -> [MarkdownBlock] {
      var filter = MergeFilter(condition, holds)
      return lift(trimmed(filter.filter(inlines)), depth + 1, make)
    }
    return [.when(condition, then: side(true), otherwise: side(false))]
  }

  static func firstCondition(_ inlines: [MarkdownInline]) -> MergeCondition? {
    for inline in inlines {
      let text = inline.plainText
      guard MergeMarker.hasMarks(text) else { continue }
      for case .when(let condition) in MergeMarker.tokens(text) { return condition }
    }
    return nil
  }

  private static func isBlank(_ inlines: [MarkdownInline]) -> Bool {
    inlines.allSatisfy { inline in
      if case .image = inline { return false }
      return inline.plainText.allSatisfy(\.isWhitespace)
    }
  }

  /// Without breaks at either end, which a passage that is gone leaves behind.
  static func trimmed(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    func isBreak(_ inline: MarkdownInline) -> Bool {
      inline == .softBreak || inline == .lineBreak
    }
    var rest = inlines[...]
    while let first = rest.first, isBreak(first) { rest.removeFirst() }
    while let last = rest.last, isBreak(last) { rest.removeLast() }
    return Array(rest)
  }
}
