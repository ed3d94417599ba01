/// Tells in which encoding a spreadsheet was written, by validity and by what its text looks like.
enum EncodingDetector {
  /// How much of a file is looked at.
  static let sample = 65_536

  static func detect(_ bytes: [UInt8]) -> SheetEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let head = bytes.prefix(sample)
    if let wide = wideWithoutMark(head) { return wide }
    if isUTF8(head) { return .utf8 }
    var best: (score: Double, encoding: SheetEncoding) = (
      LatinShape.score(head), .windows1252
    )
    for encoding in [SheetEncoding.gb18030, .big5, .shiftJIS, .eucKR] {
      let score = DoubleByteShape.score(head, as: encoding)
      if score > best.score { best = (score, encoding) }
    }
    return best.encoding
  }

  /// UTF-16 without its mark: ASCII separators leave a zero at every other place.
  private static func wideWithoutMark(_ bytes: ArraySlice<UInt8>) -> SheetEncoding? {
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    guard zeros[0] + zeros[1] > bytes.count / 10 else { return nil }
    if zeros[1] > 4 * zeros[0] { return .utf16LittleEndian }
    return zeros[0] > 4 * zeros[1] ? .utf16BigEndian : nil
  }

  /// Whether all of it is UTF-8, but for a character cut off at the end of the sample.
  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    let cut = bytes.count == sample ? 4 : 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var read = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): read += UTF8.width(scalar)
      case .emptyInput: return true
      case .error: return read >= bytes.count - cut && cut > 0
      }
    }
  }
}
