/// Keeps spreadsheet programs from taking a cell for a formula, and takes the guard off again.
///
/// A cell that begins with `= + - @`, their full-width forms, TAB, CR or LF gets an apostrophe in
/// front; so does one that already has apostrophes before such a sign, or `off` could not tell.
package enum FormulaGuard {
  package static func on(_ cell: String) -> String {
    isDangerous(cell.utf8.drop { $0 == UInt8(ascii: "'") }) ? "'" + cell : cell
  }

  package static func off(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    let rest = cell.utf8.drop { $0 == UInt8(ascii: "'") }
    return isDangerous(rest) ? String(Substring(cell.utf8.dropFirst())) : cell
  }

  private static func isDangerous(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: return true
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D, U+FF20.
      let bytes = Array(text.prefix(3))
      return [[0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0]]
        .contains(bytes)
    default: return false
    }
  }
}
