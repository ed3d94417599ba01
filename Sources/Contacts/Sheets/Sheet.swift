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

    package var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
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

  /// Files beyond this many octets are not lists of people.
  package static let largest = 256 << 20

  /// Reads a file's bytes; what is not given is detected.
  package init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil
  ) throws(SheetError) {
    guard bytes.count <= Self.largest else {
      throw .tooLarge(file: file, octets: bytes.count)
    }
    if let kind = Self.otherKind(bytes) { throw .notText(file: file, kind: kind) }
    let encoding = encoding ?? EncodingDetector.detect(bytes)
    let text = Array(encoding.decode(bytes).utf8)
    let found = separator ?? SheetSeparator.detect(text)
    rows = SheetParser(text, separator: found.byte).rows()
    if rows.first?.cells.first?.hasPrefix("sep=") == true, rows.first?.cells.count ?? 0 <= 2 {
      rows.removeFirst()
    }
    rows.removeAll(where: \.isBlank)
    self.separator = found
    self.encoding = encoding
    guard !rows.isEmpty else { throw .empty(file: file) }
  }

  /// Kinds that people send when asked for CSV, by their first octets.
  private static func otherKind(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel or OpenDocument workbook" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel workbook" }
    if bytes.starts(with: Array("%PDF-".utf8)) { return "a PDF" }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return "a rich-text document" }
    return nil
  }
}
