package import Mail

/// One row of a contact list, read but not judged as a whole.
package struct ContactRow: Hashable, Sendable {
  package var line: Int
  package var name: String
  /// The address cells as written.
  package var written: String
  package var addresses: [CellAddress]
  /// The language cell as written, and what it means.
  package var languageText: String
  package var language: Language?
  package var member: String?
  package var roles: [Role]
  package var notes: [Note]

  init(_ row: Sheet.Row, layout: SheetLayout, reader: CellReader) {
    line = row.line
    let cells = { (meaning: ColumnMeaning) in
      layout.columns(meaning).prefix(meaning == .member ? 1 : .max)
        .map { row[$0].trimmed() }.filter { !$0.isEmpty }
    }
    let full = cells(.name).first
    let parts = [cells(.givenName).first, cells(.familyName).first].compactMap(\.self)
    name = full ?? Self.joined(parts)
    let addressCells = layout.columns(.address).map { row[$0] }.filter {
      $0.contains { !$0.isWhitespace }
    }
    written = addressCells.joined(separator: "; ")
    addresses = addressCells.flatMap { reader.read($0) }
    if name.isEmpty, addresses.count == 1 { name = addresses[0].name ?? "" }
    languageText = cells(.language).first ?? ""
    language = Language(parsing: languageText)
    let namesMember = !layout.columns(.member).isEmpty
    member = cells(namesMember ? .member : .country).first
    roles = Role.list(in: cells(.role).joined(separator: ";"))
    notes = []
    for column in row.cells.indices {
      let meaning = column < layout.meanings.count ? layout.meanings[column] : nil
      let isNote =
        meaning == nil || meaning == .notes || meaning == .country && namesMember
        || isSecond(column, layout)
      guard isNote else { continue }
      let text = row[column]
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      notes.append(Note(column: layout.label(column), text: text))
    }
    if !languageText.isEmpty, language == nil {
      notes.append(Note(column: "language", text: languageText))
    }
  }

  /// A second column of one meaning (company beside network) is a note.
  private func isSecond(_ column: Int, _ layout: SheetLayout) -> Bool {
    guard column < layout.meanings.count, let meaning = layout.meanings[column],
      meaning == .member || meaning == .name
    else {
      return false
    }
    return layout.columns(meaning).first != column
  }

  /// Family name first where the script has it so.
  private static func joined(_ parts: [String]) -> String {
    guard parts.count == 2 else { return parts.first ?? "" }
    let eastAsian = parts[1].unicodeScalars.contains { $0.value >= 0x2E80 && $0.value < 0xFF00 }
    return eastAsian ? parts[1] + parts[0] : parts.joined(separator: " ")
  }
}
