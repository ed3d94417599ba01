/// How much a text looks like Western European: single accented letters among ASCII ones.
enum LatinShape {
  static func score(_ bytes: ArraySlice<UInt8>) -> Double {
    var high = 0
    var points = 0.0
    var previous: UInt8 = 0x20
    var run = 0
    for (offset, byte) in bytes.enumerated() {
      defer { previous = byte }
      guard byte >= 0x80 else {
        run = 0
        continue
      }
      high += 1
      run += 1
      let index = bytes.startIndex + offset
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
      let besideLetter = isLetter(previous) || isLetter(next)
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: points -= 4
      case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF:
        points += run > 2 ? -1 : besideLetter ? 1.2 : 0.2
      case 0x80, 0x91...0x97, 0xA0, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7, 0xBB:
        points += run > 2 ? -1 : 0.4
      case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: points += besideLetter ? 0.8 : 0
      default: points -= 0.5
      }
    }
    return high == 0 ? 0 : points / Double(high)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// How much a text looks like one of the double-byte encodings of East Asia: every pair valid, and
/// most of them among the characters that people use.
enum DoubleByteShape {
  static func score(_ bytes: ArraySlice<UInt8>, as encoding: SheetEncoding) -> Double {
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
      let worth = pair(lead, bytes[index + 1], encoding)
      guard let worth else {
        // Cut off by the sample, or not this encoding.
        points -= 6
        index += 1
        continue
      }
      points += worth
      index += 2
    }
    return characters == 0 ? 0 : points / Double(characters)
  }

  private static func pair(_ lead: UInt8, _ trail: UInt8, _ encoding: SheetEncoding) -> Double? {
    switch encoding {
    case .shiftJIS: shiftJIS(lead, trail)
    case .eucKR: eucKR(lead, trail)
    case .gb18030: gb18030(lead, trail)
    case .big5: big5(lead, trail)
    default: nil
    }
  }

  private static func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Double? {
    guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else { return nil }
    switch lead {
    case 0x82: return trail >= 0x9F ? 1.4 : 0.9
    case 0x83: return trail <= 0x96 ? 1.4 : 0.4
    case 0x81: return 0.7
    case 0x88...0x97: return 1.05
    case 0x98...0x9F, 0xE0...0xEA: return 0.2
    case 0xED...0xEE, 0xFA...0xFC: return 0
    default: return nil
    }
  }

  private static func eucKR(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xB0...0xC8, 0xA1...0xFE): 1.25
    case (0xA1...0xA3, 0xA1...0xFE): 0.4
    case (0xA4...0xAF, 0xA1...0xFE): 0
    case (0xCA...0xFD, 0xA1...0xFE): 0.1
    case (0x81...0xC6, 0x41...0x5A), (0x81...0xC6, 0x61...0x7A), (0x81...0xC6, 0x81...0xFE): -0.6
    default: nil
    }
  }

  private static func gb18030(_ lead: UInt8, _ trail: UInt8) -> Double? {
    switch (lead, trail) {
    case (0xB0...0xD7, 0xA1...0xFE): common(lead, trail) ? 1.3 : 1
    case (0xA1...0xA3, 0xA1...0xFE): 0.5
    case (0xA4...0xA9, 0xA1...0xFE): 0.1
    case (0xD8...0xF7, 0xA1...0xFE): 0.35
    case (0x81...0xA0, 0x40...0xFE) where trail != 0x7F: -0.2
    case (0xA8...0xFE, 0x40...0xA0) where trail != 0x7F: -0.2
    case (0x81...0xFE, 0x30...0x39): -0.2
    default: nil
    }
  }

  private static func big5(_ lead: UInt8, _ trail: UInt8) -> Double? {
    guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
    switch lead {
    case 0xA4...0xC6: return 1.1
    case 0xA1...0xA3: return 0.5
    case 0xC9...0xF9: return 0.1
    case 0x87...0xA0, 0xC7...0xC8, 0xFA...0xFE: return -0.3
    default: return nil
    }
  }

  /// A few characters without which hardly any Chinese list does (的 国 中 会 北 京 市 公 司 名 字 …).
  private static func common(_ lead: UInt8, _ trail: UInt8) -> Bool {
    commonGB.contains(UInt16(lead) << 8 | UInt16(trail))
  }

  private static let commonGB: Set<UInt16> = [
    0xB5C4, 0xB9FA, 0xD6D0, 0xBBE1, 0xB1B1, 0xBEA9, 0xCAD0, 0xB9AB, 0xCBBE, 0xC3FB, 0xD7D6, 0xD0D5,
    0xD3CA, 0xCFE4, 0xB5E7, 0xD7D3, 0xD3EF, 0xD1D4, 0xB1B8, 0xD7A2, 0xD6B0, 0xCEF1, 0xB5A5, 0xCEBB,
    0xC2CC, 0xC9AB, 0xB2C9, 0xB9BA, 0xCDF8, 0xC2E7, 0xCED2, 0xB2BB, 0xD2BB, 0xC9CF, 0xBAA3, 0xC0ED,
  ]
}
