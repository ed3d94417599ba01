/// How long the UTF-8 characters of a text are.
enum UTF8Shape {
  /// Not UTF-8.
  static let broken = 0
  /// UTF-8 as far as it goes, cut off at the end.
  static let begun = -1

  /// Moves on to the next octet that is not ASCII, and gives the length of the character there.
  @inline(__always)
  static func length(_ bytes: UnsafeRawBufferPointer, at index: inout Int) -> Int {
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      index += 8
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    guard index < bytes.count else { return broken }
    let lead = bytes[index]
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return broken
    }
    for offset in 1..<length {
      guard index + offset < bytes.count else { return begun }
      let byte = bytes[index + offset]
      let valid: ClosedRange<UInt8> =
        switch (offset, lead) {
        case (1, 0xE0): 0xA0...0xBF
        case (1, 0xED): 0x80...0x9F
        case (1, 0xF0): 0x90...0xBF
        case (1, 0xF4): 0x80...0x8F
        default: 0x80...0xBF
        }
      guard valid.contains(byte) else { return broken }
    }
    return length
  }
}
