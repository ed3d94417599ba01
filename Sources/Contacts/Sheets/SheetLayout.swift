import Mail

/// Which column means what, told by the headings or, without any, by what the cells hold.
package struct SheetLayout: Hashable, Sendable {
  package let meanings: [ColumnMeaning?]
  /// The headings as written; empty where the sheet has none.
  package let headings: [String]
  /// How many rows stand above the first contact: a title, the headings.
  package let rowsAbove: Int
  private let places: [ColumnMeaning: [Int]]

  /// Columns beyond this one are notes, whatever their heading says.
  private static let widest = 500

  package func columns(_ meaning: ColumnMeaning) -> [Int] { places[meaning] ?? [] }

  /// The heading of a column that has no known meaning, or a letter as spreadsheets count them.
  package func label(_ column: Int) -> String {
    if headings.indices.contains(column) {
      let heading = headings[column].trimmed()
      if !heading.isEmpty { return heading }
    }
    return letter(column)
  }

  /// A column's letter as spreadsheets count them: A, B, … AA.
  package func letter(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }

  /// Fails where no column holds addresses.
  package init(_ sheet: Sheet, file: String) throws(SheetError) {
    let top = sheet.rows.prefix(10)
    for (index, row) in top.enumerated() {
      var found = row.cells.prefix(Self.widest).map { ColumnMeaning(heading: $0) }
      let hasAddresses = row.cells.contains { $0.contains("@") }
      let named = found.count { $0 != nil }
      guard !hasAddresses, found.contains(.address) || named >= 2 else { continue }
      if !found.contains(.address) {
        let guess = Self.addressColumn(sheet.rows.dropFirst(index + 1))
        guard let guess else { throw .noAddressColumn(file: file, seen: row.cells) }
        while found.count <= guess { found.append(nil) }
        found[guess] = .address
      }
      self.init(meanings: found, headings: row.cells, rowsAbove: index + 1)
      return
    }
    self = try Self.unheaded(sheet, file: file)
  }

  private init(meanings: [ColumnMeaning?], headings: [String], rowsAbove: Int) {
    self.meanings = meanings
    self.headings = headings
    self.rowsAbove = rowsAbove
    var places: [ColumnMeaning: [Int]] = [:]
    for (column, meaning) in meanings.enumerated() {
      if let meaning { places[meaning, default: []].append(column) }
    }
    self.places = places
  }

  private static func unheaded(
    _ sheet: Sheet, file: String
  ) throws(SheetError) -> SheetLayout {
    guard let address = addressColumn(sheet.rows[...]) else {
      throw .noAddressColumn(file: file, seen: sheet.rows.first?.cells ?? [])
    }
    // A first row without an address above rows that have one is a heading in unknown words.
    let firstIsHeading =
      sheet.rows.count > 1 && !sheet.rows[0][address].contains("@")
      && sheet.rows[1][address].contains("@")
    let headings = firstIsHeading ? sheet.rows[0].cells : []
    let rowsAbove = firstIsHeading ? 1 : 0
    let rows = sheet.rows.dropFirst(rowsAbove).prefix(200)
    let width = min(rows.map(\.cells.count).max() ?? 0, widest)
    var meanings = [ColumnMeaning?](repeating: nil, count: max(width, address + 1))
    meanings[address] = .address
    for column in 0..<width where column != address {
      let cells = rows.map { $0[column] }.filter { !$0.isEmpty }
      guard !cells.isEmpty else { continue }
      if cells.count(where: { Language(parsing: $0) != nil }) * 3 >= cells.count * 2 {
        if !meanings.contains(.language) { meanings[column] = .language }
      } else if cells.count(where: Self.isKnownRole) * 2 >= cells.count {
        if !meanings.contains(.role) { meanings[column] = .role }
      } else if !meanings.contains(.name), Self.looksLikeNames(cells) {
        meanings[column] = .name
      }
    }
    return SheetLayout(meanings: meanings, headings: headings, rowsAbove: rowsAbove)
  }

  private static func isKnownRole(_ cell: String) -> Bool {
    Role(parsing: cell).map { Role.known.contains($0) } ?? false
  }

  private static func looksLikeNames(_ cells: [String]) -> Bool {
    let names = cells.count { cell in
      cell.utf8.count <= 80 && cell.contains(where: \.isLetter) && !cell.contains(where: \.isNumber)
        && !cell.contains("@")
    }
    return names * 4 >= cells.count * 3
  }

  /// The column with most @.
  private static func addressColumn(_ rows: ArraySlice<Sheet.Row>) -> Int? {
    var counts: [Int: Int] = [:]
    for row in rows.prefix(500) {
      for (column, cell) in row.cells.enumerated() where cell.contains("@") || cell.contains("＠") {
        counts[column, default: 0] += 1
      }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }
}
