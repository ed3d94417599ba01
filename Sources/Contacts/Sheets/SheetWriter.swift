/// Writes a table for spreadsheet programs: UTF-8 with BOM, commas or
/// what is asked for, CRLF (RFC 4180), formula-safe.
///
/// Reading it back gives the same cells, octet for octet.
package struct SheetWriter: Sendable {
  package private(set) var bytes: [UInt8]
  private let separator: UInt8

  package init(columns: [String], separator: SheetSeparator = .comma) {
    bytes = [0xEF, 0xBB, 0xBF]
    self.separator = separator.byte
    add(columns)
  }

  /// Writes rows only, to be joined to a table that has its headings.
  init(rowsSeparatedBy separator: SheetSeparator) {
    bytes = []
    self.separator = separator.byte
  }

  /// Gives what was written so far, and goes on behind it.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  package mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(FormulaGuard.on(cell))
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  private mutating func append(_ cell: String) {
    let needsQuotes =
      cell.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x7C, 0x0A, 0x0D].contains($0) }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
