/// A table of text as a spreadsheet program saved it.
package struct Sheet: Hashable, Sendable {
  /// One record: the line of the file that it begins on, counted from 1, and its cells.
  package struct Row: Hashable, Sendable {
    package var line: Int
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }

    /// The cell of a column; empty beyond the row's end.
    package subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }

    package var isBlank: Bool { cells.allSatisfy(\.isBlank) }
  }

  package var rows: [Row]
  package var separator: SheetSeparator
  package var encoding: SheetEncoding

  package init(
    rows: [Row], separator: SheetSeparator = .comma, encoding: SheetEncoding = .utf8
  ) {
    self.rows = rows
    self.separator = separator
    self.encoding = encoding
  }
}

extension String {
  /// Whether there is nothing but white space in it.
  var isBlank: Bool {
    if let first = utf8.first, (0x21...0x7E).contains(first) { return false }
    return unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
