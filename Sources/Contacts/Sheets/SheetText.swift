/// A spreadsheet's text in UTF-8 with its separator found: a sequence of rows, read one by one.
///
/// Blank rows, and the line `sep=;` that Excel understands, are left out.
struct SheetText: Sequence {
  let text: [UInt8]
  let separator: SheetSeparator
  let encoding: SheetEncoding

  /// Files beyond this many octets are not lists of people.
  static let largest = 256 << 20

  init(
    _ bytes: [UInt8], file: String, encoding: SheetEncoding?, separator: SheetSeparator?
  ) throws(SheetError) {
    guard bytes.count <= Self.largest else { throw .tooLarge(file: file, octets: bytes.count) }
    if let kind = Self.otherKind(bytes) { throw .notText(file: file, kind: kind) }
    self.encoding = encoding ?? EncodingDetector.detect(bytes)
    text = Array(self.encoding.decode(bytes).utf8)
    guard !Self.looksBinary(text) else { throw .notText(file: file, kind: "no text at all") }
    self.separator = separator ?? SheetSeparator.detect(text)
  }

  func makeIterator() -> Iterator {
    Iterator(parser: SheetParser(text, separator: separator.byte))
  }

  struct Iterator: IteratorProtocol {
    private var parser: SheetParser
    private var isFirst = true

    fileprivate init(parser: SheetParser) {
      self.parser = parser
    }

    mutating func next() -> Sheet.Row? {
      while let row = parser.next() {
        let namesSeparator =
          isFirst && row.cells.count <= 2 && row.cells.first?.hasPrefix("sep=") == true
        isFirst = false
        if !namesSeparator, !row.isBlank { return row }
      }
      return nil
    }
  }

  /// More than one control character in a hundred, line ends and tabs aside: no spreadsheet's text.
  private static func looksBinary(_ text: [UInt8]) -> Bool {
    let head = text.prefix(65_536)
    let controls = head.count { ($0 < 0x20 && !(0x09...0x0D).contains($0)) || $0 == 0x7F }
    return controls * 100 > head.count
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
