import Mail

/// Reads a filled-in worksheet row by row, from whatever a spreadsheet program made of it.
///
/// Columns may be in any order, with others between them; rows may be missing, moved or added. What
/// is not understood is kept as a remark with the worksheet's own line.
package struct WorksheetReader: Sendable {
  /// How many remarks are kept; the others are counted.
  package static let keptRemarks = 200

  package let file: String
  package private(set) var remarks: [SheetRemark] = []
  package private(set) var remarkCount = 0
  private let headingLine: Int
  private let columns: [Column: Int]
  private let words: AnswerWords
  private let judge: AddressJudge

  enum Column: String, CaseIterable {
    case line
    case address
    case suggestion
    case choices
    case decision
    case question

    /// Whether nothing can be understood without it.
    var isNeeded: Bool { self != .suggestion && self != .choices }
  }

  /// Finds the headings in the first rows, up to ten: some people write a title above them.
  ///
  /// The headings and words of every language given are understood. Fails where a column that is
  /// needed is missing.
  package init(
    top: [Sheet.Row], file: String, phrases: [WorksheetPhrases],
    judge: AddressJudge = AddressJudge()
  ) throws(SheetError) {
    var best: (line: Int, columns: [Column: Int]) = (0, [:])
    for row in top.prefix(10) {
      let found = Self.columns(row, phrases)
      if found.count > best.columns.count { best = (row.line, found) }
    }
    for column in Column.allCases where column.isNeeded && best.columns[column] == nil {
      throw .missingColumn(file: file, column: phrases.first?["column_\(column)"] ?? "\(column)")
    }
    self.file = file
    headingLine = best.line
    columns = best.columns
    words = AnswerWords(phrases)
    self.judge = judge
  }

  /// Whether a file's first rows are a worksheet's, whatever the file is called.
  package static func isWorksheet(top: [Sheet.Row], phrases: [WorksheetPhrases]) -> Bool {
    top.prefix(10).contains { row in
      let found = columns(row, phrases)
      return Column.allCases.allSatisfy { !$0.isNeeded || found[$0] != nil }
    }
  }

  /// The answer of a row; nil for an empty decision, and for what was not understood.
  package mutating func answer(_ row: Sheet.Row) -> WorksheetAnswer? {
    guard row.line > headingLine else { return nil }
    let decision = cell(.decision, row)
    guard decision.contains(where: { !$0.isWhitespace }) else { return nil }
    guard let place = place(row) else { return nil }
    let suggestion = cell(.suggestion, row)
    guard let choice = choice(decision, place.question, suggestion: suggestion) else {
      let listed = cell(.choices, row)
      let possible = listed.isEmpty ? Self.possible(place.question) : listed
      remark(
        row, "“\(VisibleText.of(decision))” is not understood; you can write: \(possible)")
      return nil
    }
    return WorksheetAnswer(place: place, choice: choice, worksheetLine: row.line)
  }

  /// What was typed into a row, understood or not: comb carries it over into the next worksheet.
  package mutating func typed(_ row: Sheet.Row) -> (place: WorksheetPlace, text: String)? {
    guard row.line > headingLine else { return nil }
    let decision = cell(.decision, row)
    guard !decision.isEmpty, let place = place(row) else { return nil }
    return (place, decision)
  }

  private mutating func place(_ row: Sheet.Row) -> WorksheetPlace? {
    let number = cell(.line, row)
    guard let line = Self.number(number) else {
      let what = number.isEmpty ? "no line" : "“\(VisibleText.of(number))” for a line"
      remark(row, "this row names \(what) of the list; a new contact belongs into the list itself")
      return nil
    }
    let code = cell(.question, row)
    guard let place = WorksheetPlace(line: line, written: cell(.address, row), code: code) else {
      let codes = WorksheetQuestion.allCases.map(\.rawValue).joined(separator: ", ")
      remark(
        row,
        "the last column says “\(VisibleText.of(code))”; leave it as it was (one of: \(codes))")
      return nil
    }
    return place
  }

  private func choice(
    _ decision: String, _ question: WorksheetQuestion, suggestion: String
  ) -> WorksheetAnswer.Choice? {
    let word = words.choice(decision)
    switch question {
    case .address:
      if word == .swap { return nil }
      // A person who writes an address here has looked at it: what looks mistyped is meant.
      return word ?? judge.judge(decision).address.map { .address($0) }
    case .person:
      return word
    case .language, .contradictingLanguage:
      // “ja” is Japanese here, not German; “no” is Norwegian, or no answer.
      if ["no", "si"].contains(decision.lowercased()) { return nil }
      if let language = words.language(decision) { return .language(language) }
      if word == .accept { return words.language(suggestion).map { .language($0) } }
      return word == .keep ? .keep : nil
    case .member, .contradictingMember:
      if word == .accept { return suggestion.isEmpty ? nil : .member(suggestion) }
      if word == .keep { return .keep }
      let isName = word == nil && decision.utf8.count <= 100 && !decision.contains("@")
      return isName ? .member(decision) : nil
    }
  }

  private mutating func remark(_ row: Sheet.Row, _ text: String) {
    remarkCount += 1
    guard remarks.count < Self.keptRemarks else { return }
    remarks.append(SheetRemark(code: "decision", line: row.line, text: text))
  }

  private func cell(_ column: Column, _ row: Sheet.Row) -> String {
    columns[column].map { row[$0].trimmed() } ?? ""
  }

  /// Spreadsheet programs write 12 as 12, 12.0, or in full width.
  private static func number(_ text: String) -> Int? {
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.flatMap(CharacterForms.plain)))
    if let number = Int(plain) { return number }
    guard let number = Double(plain), number == number.rounded(), abs(number) < 1e9 else {
      return nil
    }
    return Int(number)
  }

  private static func columns(
    _ row: Sheet.Row, _ phrases: [WorksheetPhrases]
  ) -> [Column: Int] {
    var found: [Column: Int] = [:]
    for (index, cell) in row.cells.prefix(100).enumerated() {
      let heading = LanguageNames.normalized(cell)
      guard !heading.isEmpty else { continue }
      for column in Column.allCases where found[column] == nil {
        let isNamed = phrases.contains {
          LanguageNames.normalized($0["column_\(column)"]) == heading
        }
        guard isNamed else { continue }
        found[column] = index
        break
      }
    }
    return found
  }

  private static func possible(_ question: WorksheetQuestion) -> String {
    switch question {
    case .address: "accept, keep, remove or the right address"
    case .person: "accept, keep or swap"
    case .language, .contradictingLanguage: "accept, keep or a language"
    case .member, .contradictingMember: "accept, keep or the name of a member"
    }
  }
}
