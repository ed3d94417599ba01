import Mail

/// Sets text once for each outcome of the conditions in it, so that every reader's lines are whole.
enum MergeLayout {
  /// Beyond this many conditions in one paragraph lines may come out uneven.
  private static let maximumConditions = 5

  /// Sets texts that belong together, such as the cells of a table.
  static func lines(
    _ texts: [String], depth: Int = 0, _ layout: ([String]) -> [String]
  ) -> [String] {
    guard depth < maximumConditions, let condition = firstCondition(texts) else {
      return layout(texts)
    }
    func side(_ holds: Bool) -> [String] {
      let filter = MergeFilter(condition, holds)
      return lines(texts.map(filter.whole), depth: depth + 1, layout)
    }
    return passage(condition, side(true), side(false))
  }

  /// Lines for some readers and lines for the others, with marks on lines of their own.
  static func passage(
    _ condition: MergeCondition, _ then: [String], _ otherwise: [String]
  ) -> [String] {
    [MergeMarker.mark(condition, alone: true)] + then + [MergeMarker.otherwise(alone: true)]
      + otherwise + [MergeMarker.end(alone: true)]
  }

  static func isMark(_ line: String) -> Bool {
    line.unicodeScalars.contains(MergeMarker.alone)
  }

  private static func firstCondition(_ texts: [String]) -> MergeCondition? {
    for text in texts where MergeMarker.hasMarks(text) {
      for case .when(let condition) in MergeMarker.tokens(text) { return condition }
    }
    return nil
  }
}
