package import Contacts

/// What an import did, or would do.
package struct ImportOutcome: Sendable {
  package let list: String
  package let file: String
  package let combed: ListCombing.Outcome
  package let plan: ImportPlan
  /// Whether it was taken in; not so for a plan, or where it was strict and had remarks.
  package let isKept: Bool
  package let isPlan: Bool
  /// Decisions read, where the file was a worksheet.
  package let answered: Int
  /// Decisions that were not understood, with their lines.
  package let unclear: [String]

  package var hasRemarks: Bool { Self.hasRemarks(combed.figures, plan, unclear: unclear) }

  /// Whether anything needs a person: a strict import then changes nothing and ends with 65.
  static func hasRemarks(_ figures: CombFigures, _ plan: ImportPlan, unclear: [String]) -> Bool {
    figures.needsPerson || figures[.unknownMembers] > 0 || !figures.remarks.isEmpty
      || plan.conflicts.count + plan.contradictions.count > 0 || !unclear.isEmpty
  }
}
