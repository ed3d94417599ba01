/// Why a spreadsheet can't be read as a list of contacts.
package enum SheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No column holds addresses; with the headings or first cells that were seen.
  case noAddressColumn(file: String, seen: [String])
  /// There is nothing in it.
  case empty(file: String)
  /// It is another kind of file: `Excel workbook`.
  case notText(file: String, kind: String)
  /// It can't be read as it is: why, and what to do.
  case unreadable(file: String, why: String, advice: String)
  /// Something that belongs in the sheet is missing; with its line.
  case missingColumn(file: String, column: String)

  package var description: String {
    switch self {
    case .noAddressColumn(let file, let seen):
      let shown = seen.prefix(10).map { VisibleText.of($0, width: 24) }.joined(separator: ", ")
      let more = seen.count > 10 ? " …" : ""
      let columns = seen.isEmpty ? "" : " (columns: \(shown)\(more))"
      return """
        \(file): no column with mail addresses\(columns); head one with “email”, or its name in the \
        list's language, and try again
        """
    case .empty(let file):
      return "\(file): the file is empty; save the spreadsheet as CSV once more"
    case .notText(let file, let kind):
      return "\(file): this is \(kind), not CSV; in the spreadsheet program save it as CSV UTF-8"
    case .unreadable(let file, let why, let advice):
      return "\(file): \(why); \(advice)"
    case .missingColumn(let file, let column):
      return "\(file): the column “\(column)” is missing; keep the worksheet's headings as they are"
    }
  }
}
