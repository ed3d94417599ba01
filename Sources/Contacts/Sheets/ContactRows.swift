/// The rows of a contact list, read one by one: a million people need no more memory than the file.
package struct ContactRows: Sequence {
  package let file: String
  package let layout: SheetLayout
  private let text: SheetText
  private let reader: CellReader

  /// How many rows are looked at to tell which column is which.
  private static let sample = 600

  /// Reads a list as people keep it; encoding and separator are detected unless given.
  ///
  /// Fails with the file's name and what to do where it is no text, is empty, or has no addresses.
  package init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil, judge: AddressJudge = AddressJudge()
  ) throws(SheetError) {
    text = try SheetText(bytes, file: file, encoding: encoding, separator: separator)
    let top = Sheet(rows: Array(text.prefix(Self.sample)))
    guard !top.rows.isEmpty else { throw .empty(file: file) }
    layout = try SheetLayout(top, file: file)
    reader = CellReader(judge: judge)
    self.file = file
  }

  package var separator: SheetSeparator { text.separator }
  package var encoding: SheetEncoding { text.encoding }

  package func makeIterator() -> Iterator {
    var rows = text.makeIterator()
    for _ in 0..<layout.rowsAbove { _ = rows.next() }
    return Iterator(rows: rows, layout: layout, reader: reader)
  }

  package struct Iterator: IteratorProtocol {
    private var rows: SheetText.Iterator
    private let layout: SheetLayout
    private let reader: CellReader

    fileprivate init(rows: SheetText.Iterator, layout: SheetLayout, reader: CellReader) {
      self.rows = rows
      self.layout = layout
      self.reader = reader
    }

    package mutating func next() -> ContactRow? {
      rows.next().map { ContactRow($0, layout: layout, reader: reader) }
    }
  }
}
