package import Contacts

extension Sheet {
  /// Reads the bytes of a CSV file; what is not given is detected.
  package init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil
  ) throws(SheetError) {
    var source = try CSVRows(bytes, file: file, encoding: encoding, separator: separator)
    var rows: [Row] = []
    while let row = try source.next() { rows.append(row) }
    self.init(rows: rows, separator: source.separator, encoding: source.encoding)
    guard !rows.isEmpty else { throw .empty(file: file) }
  }
}
