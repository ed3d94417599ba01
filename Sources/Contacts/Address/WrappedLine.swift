/// The commonest things around an ordinary address: spaces, invisible characters, `mailto:`,
/// `<…>`, quotation marks, one sign of punctuation behind it.
///
/// What the judge would make of such a line is the address inside and one code; whatever is not
/// quite so is left to the judge.
struct WrappedLine {
  let inside: Range<Int>
  /// The repair that the judge tells first.
  let repair: Repair

  private static let longest = 320

  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard line.count <= Self.longest else { return nil }
    var start = 0
    var end = line.count
    var found: Repair?
    func note(_ repair: Repair) {
      if found == nil || repair == .spaces { found = repair }
    }
    while let (width, repair) = Self.blank(line, start, end) {
      start += width
      note(repair)
    }
    while let (width, repair) = Self.blankBefore(line, start, end) {
      end -= width
      note(repair)
    }
    guard end - start > 6 else { return nil }
    if Self.takeQuotes(line, &start, &end) {
      note(.typographic)
    } else if line[start] == UInt8(ascii: "<"), line[end - 1] == UInt8(ascii: ">") {
      start += 1
      end -= 1
      note(.brackets)
    } else {
      if Self.hasMailto(line, start, end) {
        start += 7
        note(.mailto)
      }
      if line[end - 1] == 0x2C || line[end - 1] == 0x2E || line[end - 1] == 0x3B {
        end -= 1
        note(.punctuation)
      }
    }
    guard let found, Self.isOrdinary(line, start, end) else { return nil }
    inside = start..<end
    repair = found
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// A space or an invisible character at the place.
  private static func blank(
    _ line: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (width: Int, repair: Repair)? {
    guard at < end else { return nil }
    if isBlank(line[at]) { return (1, .spaces) }
    if at + 1 < end, line[at] == 0xC2, line[at + 1] == 0xA0 { return (2, .spaces) }
    guard at + 2 < end else { return nil }
    switch (line[at], line[at + 1], line[at + 2]) {
    case (0xE3, 0x80, 0x80): return (3, .spaces)
    case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return (3, .invisible)
    default: return nil
    }
  }

  /// A space or an invisible character that ends at the place.
  private static func blankBefore(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (width: Int, repair: Repair)? {
    for width in 1...3 where end - width >= start {
      if let blank = blank(line, end - width, end), blank.width == width { return blank }
    }
    return nil
  }

  private static func takeQuotes(
    _ line: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ end: inout Int
  ) -> Bool {
    guard end - start > 6, line[start] == 0xE2, line[start + 1] == 0x80, line[start + 2] == 0x9C,
      line[end - 3] == 0xE2, line[end - 2] == 0x80, line[end - 1] == 0x9D
    else { return false }
    start += 3
    end -= 3
    return true
  }

  private static func hasMailto(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 7, line[start + 6] == UInt8(ascii: ":") else { return false }
    return zip(line[start...], "mailto".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// Letters, digits, dots, @, and the signs that mean nothing to any repair.
  static func isOrdinary(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard start < end, isAlphanumeric(line[start]), isAlphanumeric(line[end - 1]) else {
      return false
    }
    var previous: UInt8 = 0
    for byte in line[start..<end] {
      switch byte {
      case 0x2B, 0x2D, 0x2E, 0x40, 0x5F: break
      default: guard isAlphanumeric(byte) else { return false }
      }
      // “_dot_” and “-dot-” are words.
      if previous == 0x2D || previous == 0x5F, byte | 0x20 == 0x64 { return false }
      previous = byte
    }
    return true
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
