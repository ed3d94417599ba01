/// The rows of a CSV or TSV file of any size, read in the memory of its longest cell.
///
/// Blank rows, and the line `sep=;` that Excel understands, are left out.
package struct CSVRows: SheetRowSource {
  package let encoding: SheetEncoding
  package let separator: SheetSeparator
  private var parser: SheetParser
  private var isFirst = true
  private var own: [SheetRemark] = []

  /// How much decoded text is looked at to tell binary files and the separator.
  private static let head = 256 << 10

  /// Reads a file that can be opened twice: where the encoding is not given, a first pass tells it.
  ///
  /// Fails with the file's name and what to do where it is no text.
  package init(
    file: String, encoding: SheetEncoding? = nil, separator: SheetSeparator? = nil,
    open: () throws(SheetError) -> SheetOctets
  ) throws(SheetError) {
    if let encoding {
      self.encoding = encoding
    } else {
      let found = try EncodingDetector.detect(open())
      self.encoding = found.encoding
      if let rival = found.rival {
        own.append(
          SheetRemark(
            code: "encoding-unsure",
            text: """
              read as \(found.encoding.rawValue), but it could be \(rival.rawValue); if names look \
              wrong, say --encoding \(rival.rawValue)
              """))
      }
    }
    guard let decoder = StreamDecoder(self.encoding) else {
      throw .unreadable(
        file: file, why: "this system can't convert \(self.encoding.rawValue)",
        advice: "install glibc's converters (Debian: libc6) or save the list as CSV UTF-8")
    }
    var window = TextWindow(decoder, try open())
    try window.fill(Self.head)
    if let kind = SheetKind.other(window.raw) { throw .notText(file: file, kind: kind) }
    if SheetKind.looksBinary(window.head.prefix(65_536)) {
      throw .notText(file: file, kind: "no text at all")
    }
    if let separator {
      self.separator = separator
    } else {
      self.separator = try SheetSeparator.detect(window)
    }
    parser = SheetParser(window, separator: self.separator.byte)
  }

  /// Reads bytes that are in memory.
  package init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding? = nil,
    separator: SheetSeparator? = nil
  ) throws(SheetError) {
    try self.init(file: file, encoding: encoding, separator: separator) {
      () throws(SheetError) -> SheetOctets in
      var place = 0
      return { () throws(SheetError) -> [UInt8] in
        let end = min(place + 65_536, bytes.count)
        defer { place = end }
        return Array(bytes[place..<end])
      }
    }
  }

  package var reading: String { "\(encoding.rawValue), \(separator.words)" }

  package var remarks: [SheetRemark] { own + parser.remarks.all }

  package mutating func next() throws(SheetError) -> Sheet.Row? {
    while let row = try parser.next() {
      let namesSeparator =
        isFirst && row.cells.count <= 2 && row.cells.first?.hasPrefix("sep=") == true
      isFirst = false
      if !namesSeparator, !row.isBlank { return row }
    }
    return nil
  }
}
