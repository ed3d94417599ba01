package import Contacts

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
    let source = try CSVRows(bytes, file: file, encoding: encoding, separator: separator)
    var list = try ContactRows(source, file: file, judge: { _ in judge })
    rows = []
    while let row = try list.next() { rows.append(row) }
    self.file = file
    layout = list.layout
    self.separator = source.separator
    self.encoding = source.encoding
  }
}
