/// Tells by its first octets what else a file is that people send when asked for CSV.
enum SheetKind {
  /// The kind in words with its article; nil for what may be text.
  static func other(_ head: [UInt8]) -> String? {
    if let found = marks.first(where: { head.starts(with: $0.mark) }) { return found.kind }
    let start = String(decoding: head.prefix(1_024), as: UTF8.self).lowercased()
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return words.first { start.hasPrefix($0.word) }?.kind
  }

  private static let marks: [(mark: [UInt8], kind: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "an Excel or OpenDocument workbook"),
    ([0x50, 0x4B, 0x05, 0x06], "an empty archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
    ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
    ([0x47, 0x49, 0x46, 0x38], "a picture (GIF)"),
    ([0x1F, 0x8B], "a compressed file (gzip)"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file (7-Zip)"),
    ([0x52, 0x61, 0x72, 0x21], "a compressed file (RAR)"),
    (Array("SQLite format 3".utf8), "a database (SQLite)"),
  ]

  private static let words: [(word: String, kind: String)] = [
    ("%pdf-", "a PDF"), ("{\\rtf", "a rich-text document"), ("<!doctype html", "a web page (HTML)"),
    ("<html", "a web page (HTML)"), ("<table", "a web page (HTML)"), ("<?xml", "an XML file"),
    ("begin:vcard", "an address book (vCard)"),
  ]

  /// More than a few control characters, and one in a hundred, line ends and tabs aside.
  static func looksBinary(_ text: ArraySlice<UInt8>) -> Bool {
    let controls = text.count {
      $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B || $0 == 0x7F
    }
    return controls > 4 && controls * 100 > text.count
  }
}
