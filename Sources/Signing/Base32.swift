/// Lower-case base32 (RFC 4648 section 6, without padding), safe where a relay folds case.
enum Base32 {
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    let length = (bytes.count * 8 + 4) / 5
    return String(unsafeUninitializedCapacity: length) { text in
      var bits: UInt32 = 0
      var count = 0
      var place = 0
      for byte in bytes {
        bits = bits << 8 | UInt32(byte)
        count += 8
        while count >= 5 {
          count -= 5
          text[place] = alphabet[Int(bits >> UInt32(count) & 31)]
          place += 1
        }
      }
      if count > 0 { text[place] = alphabet[Int(bits << UInt32(5 - count) & 31)] }
      return length
    }
  }

  /// Gives the bytes, or nil where a character is foreign or a spare bit is not zero.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for character in text.utf8 {
      let value: UInt8
      switch character {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a")
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
      case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2") + 26
      default: return nil
      }
      bits = bits << 5 | UInt32(value)
      count += 5
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    guard count < 5, bits & (1 << UInt32(count) - 1) == 0 else { return nil }
    return bytes
  }
}
