package import Mail

/// What a person filled in for one line of a worksheet.
package struct WorksheetDecision: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// Left empty: stays as it is.
    case undecided
    /// Take the suggestion; where there is none, the address as written.
    case accept
    /// Take the address as written, although it looks mistyped.
    case keep
    /// Take this one.
    case use(EmailAddress)
    /// Nobody is to be mailed there.
    case remove
    /// Not understood, with the reason.
    case unclear(String)
  }

  /// The line in the worksheet, and in the list it is about.
  package var worksheetLine: Int
  package var line: Int
  package var written: String
  package var choice: Choice

  package init(worksheetLine: Int, line: Int, written: String, choice: Choice) {
    self.worksheetLine = worksheetLine
    self.line = line
    self.written = written
    self.choice = choice
  }

  /// Reads a filled-in worksheet, from whatever the spreadsheet program made of it.
  ///
  /// Fails where the columns line, address or decision are missing. Rows whose decision is not
  /// understood come back as `unclear`.
  package static func read(
    _ bytes: [UInt8], file: String, judge: AddressJudge = AddressJudge()
  ) throws(SheetError) -> [WorksheetDecision] {
    let sheet = try Sheet(bytes, file: file)
    let headings = sheet.rows.first?.cells.map { $0.trimmed().lowercased() } ?? []
    var places: [Int] = []
    for column in ["line", "address", "decision"] {
      guard let place = headings.firstIndex(of: column) else {
        throw .missingColumn(file: file, column: column)
      }
      places.append(place)
    }
    return sheet.rows.dropFirst().compactMap { row in
      guard let line = Int(row[places[0]].trimmed()) else { return nil }
      return WorksheetDecision(
        worksheetLine: row.line, line: line, written: row[places[1]].trimmed(),
        choice: choice(row[places[2]], judge: judge))
    }
  }

  private static func choice(_ cell: String, judge: AddressJudge) -> Choice {
    switch LanguageNames.normalized(cell) {
    case "": return cell.contains { !$0.isWhitespace } ? unclear(cell) : .undecided
    case "accept", "ok", "yes", "y", "ja", "oui", "sí", "はい", "是", "예", "ใช่", "có", "ya":
      return .accept
    case "keep": return .keep
    case "remove", "delete", "no", "削除", "删除", "삭제": return .remove
    default: break
    }
    let verdict = judge.judge(cell)
    // A person who writes an address here has looked at it: what looks mistyped is meant.
    return verdict.address.map(Choice.use) ?? unclear(cell)
  }

  private static func unclear(_ cell: String) -> Choice {
    .unclear("“\(cell.trimmed())” is neither accept, keep, remove nor an address")
  }
}
