/// The tables that combing a list writes: questions for a person, and what was repaired.
package enum Worksheet {
  /// Where rows belong; the file has its headings and then these, one after the other, but for
  /// `repairs`, which is a file of its own.
  package enum Section: String, CaseIterable, Sendable {
    /// What keeps mail from going out: stands first.
    case addresses
    case people
    case contradictions
    case members
    case languages
    case repairs

    /// The sections of the worksheet, in their order.
    package static let questions: [Section] = allCases.filter { $0 != .repairs }
  }

  /// The file's beginning: the mark of UTF-8, and the headings.
  ///
  /// The separator is best the one of the list itself: Excel reads a CSV with what the country's
  /// settings say, and who keeps the list has the program that wrote it. LibreOffice reads both.
  package static func head(
    _ section: Section, phrases: WorksheetPhrases, separator: SheetSeparator
  ) -> [UInt8] {
    let keys =
      section == .repairs
      ? ["line", "name", "address", "now", "repairs", "confidence"]
      : [
        "line", "name", "member", "address", "ask", "suggestion", "choices", "decision",
        "question",
      ]
    return SheetWriter(columns: keys.map { phrases["column_\($0)"] }, separator: separator).bytes
  }

  /// The separator to write with, for a list that came with this one.
  package static func separator(for list: SheetSeparator?) -> SheetSeparator {
    list == .semicolon ? .semicolon : .comma
  }
}
