/// A whole contact list out of a spreadsheet: its rows, and how it was read.
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
    let list = try ContactRows(
      bytes, file: file, encoding: encoding, separator: separator, judge: judge)
    rows = Array(list)
    self.file = file
    layout = list.layout
    self.separator = list.separator
    self.encoding = list.encoding
  }
}
