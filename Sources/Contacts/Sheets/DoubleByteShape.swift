/// How much a text looks like one of the double-byte encodings of East Asia: every pair valid, and
/// many of them among the characters that names and organisations are written with.
enum DoubleByteShape {
  static let all: [SheetEncoding] = [.shiftJIS, .gb18030, .eucKR, .big5, .eucJP]

  /// Points per character beyond ASCII.
  static func score(_ bytes: ArraySlice<UInt8>, as encoding: SheetEncoding) -> Double {
    let frequent = FrequentCharacters.pairs[encoding] ?? []
    var index = bytes.startIndex
    var points = 0.0
    var characters = 0
    while index < bytes.endIndex {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      characters += 1
      if encoding == .shiftJIS, (0xA1...0xDF).contains(lead) {
        // Half-width katakana: real, but rare beside other readings of the same octets.
        points -= 0.3
        index += 1
        continue
      }
      guard index + 1 < bytes.endIndex else { break }
      let trail = bytes[index + 1]
      guard let worth = pair(lead, trail, encoding) else {
        points -= 6
        index += 1
        continue
      }
      let isFrequent = frequent.contains(UInt16(lead) << 8 | UInt16(trail))
      points += isAmidWord(bytes, index) ? -1 : isFrequent ? 1.4 : worth
      index += 2
    }
    return characters == 0 ? 0 : points / Double(characters)
  }

  /// One character between Latin letters, or alone before small ones: an accented letter read
  /// wrongly.
  private static func isAmidWord(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index + 3 < bytes.endIndex, isLetter(bytes[index + 2]) else { return false }
    let previous = index > bytes.startIndex ? bytes[index - 1] : 0x20
    return isLetter(previous)
      || previous < 0x80 && bytes[index + 2] >= 0x61 && (0x61...0x7A).contains(bytes[index + 3])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  private static func pair(_ lead: UInt8, _ trail: UInt8, _ encoding: SheetEncoding) -> Double? {
    switch encoding {
    case .shiftJIS: shiftJIS(lead, trail)
    case .eucJP: eucJP(lead, trail)
    case .eucKR: eucKR(lead, trail)
    case .gb18030: gb18030(lead, trail)
    case .big5: big5(lead, trail)
    default: nil
    }
  }

  private static func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Double? {
    guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else { return nil }
    switch lead {
    case 0x82: return trail >= 0x9F ? 1.4 : 0.7
    case 0x83: return trail <= 0x96 ? 1.4 : 0.2
    case 0x81: return 0.7
    case 0x88...0x97: return 0.6
    case 0x98...0x9F, 0xE0...0xEA: return 0.1
    // What NEC and IBM added: ① ㈱ 髙.
    case 0x87: return trail <= 0x9C ? 0.5 : nil
    case 0x84, 0xED...0xEE, 0xFA...0xFC: return 0
    default: return nil
    }
  }

  private static func eucJP(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xA4, 0xA1...0xF3), (0xA5, 0xA1...0xF6): 1.4
    case (0xA1, 0xA1...0xFE), (0xA3, 0xB0...0xFA): 0.6
    case (0xB0...0xCF, 0xA1...0xFE): 0.6
    case (0xD0...0xF4, 0xA1...0xFE): 0.1
    case (0xA2...0xA8, 0xA1...0xFE), (0xAD, 0xA1...0xFE), (0xF9...0xFC, 0xA1...0xFE): 0
    case (0x8E, 0xA1...0xDF): 0
    // Three octets; their last two count as a pair of their own.
    case (0x8F, 0xA1...0xFE): -0.5
    default: nil
    }
  }

  private static func eucKR(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xB0...0xC8, 0xA1...0xFE): 0.6
    case (0xA1...0xA3, 0xA1...0xFE): 0.4
    case (0xA4...0xAF, 0xA1...0xFE): 0
    case (0xCA...0xFD, 0xA1...0xFE): 0.1
    case (0x81...0xC6, 0x41...0x5A), (0x81...0xC6, 0x61...0x7A), (0x81...0xC6, 0x81...0xFE): -0.6
    default: nil
    }
  }

  private static func gb18030(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xB0...0xD7, 0xA1...0xFE): 0.6
    case (0xA1, 0xA1...0xFE), (0xA3, 0xA1...0xFE): 0.5
    case (0xA2, 0xA1...0xFE): 0.1
    case (0xA4...0xA9, 0xA1...0xFE): 0
    case (0xD8...0xF7, 0xA1...0xFE): 0.1
    case (0x81...0xA0, 0x40...0xFE) where trail != 0x7F: -0.2
    case (0xA8...0xFE, 0x40...0xA0) where trail != 0x7F: -0.2
    case (0x81...0xFE, 0x30...0x39): -0.2
    default: nil
    }
  }

  private static func big5(_ lead: UInt8, _ trail: UInt8) -> Double? {
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
    switch lead {
    case 0xA4...0xC6: return 0.6
    case 0xA1...0xA3: return 0.5
    case 0xC9...0xF9: return 0.1
    case 0x87...0xA0, 0xC7...0xC8, 0xFA...0xFE: return -0.3
    default: return nil
    }
  }
}
