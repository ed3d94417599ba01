/// How much of a table is read at most; what is beyond is cut, with a remark.
package enum SheetLimit {
  /// Octets of a cell.
  package static let cell = 1 << 20
  /// Octets of all cells of a row.
  package static let row = 4 << 20
  /// Cells of a row, as spreadsheet programs have them.
  package static let width = 16_384
}
