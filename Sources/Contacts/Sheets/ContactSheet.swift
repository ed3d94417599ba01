/// A contact list out of a spreadsheet: its rows, and how it was read.
package struct ContactSheet: Hashable, Sendable {
  package var file: String
  package var rows: [ContactRow]
  package var layout: SheetLayout
  package var separator: SheetSeparator
  package var encoding: SheetEncoding

  /// Reads a list as people keep it; encoding and separator are detected unless given.
  ///
  /// Fails with the file's name and what to do where it is no text, is empty, or has no addresses.
  package init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil, judge: AddressJudge = AddressJudge()
  ) throws(SheetError) {
    let sheet = try Sheet(bytes, file: file, encoding: encoding, separator: separator)
    let layout = try SheetLayout(sheet, file: file)
    let reader = CellReader(judge: judge)
    rows = sheet.rows.dropFirst(layout.rowsAbove).map {
      ContactRow($0, layout: layout, reader: reader)
    }
    self.file = file
    self.layout = layout
    self.separator = sheet.separator
    self.encoding = sheet.encoding
  }
}
