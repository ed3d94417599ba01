/// The writing systems that a word's letters come from, as far as mixing them matters (UTS 39).
struct Scripts: OptionSet, Sendable {
  let rawValue: UInt8

  static let latin = Self(rawValue: 1)
  static let han = Self(rawValue: 2)
  static let kana = Self(rawValue: 4)
  static let hangul = Self(rawValue: 8)
  static let bopomofo = Self(rawValue: 16)
  /// Scripts whose letters pass for Latin ones: Greek, Cyrillic, Armenian, Cherokee, Coptic.
  static let lookAlike = Self(rawValue: 32)
  static let other = Self(rawValue: 64)

  /// Blocks of the Unicode Character Database 15.0; letters of no block here are `other`.
  private static let blocks: [(ClosedRange<UInt32>, Scripts)] = [
    (0x41...0x24F, .latin), (0x250...0x2AF, .latin), (0x370...0x3FF, .lookAlike),
    (0x400...0x52F, .lookAlike), (0x531...0x58F, .lookAlike), (0x1100...0x11FF, .hangul),
    (0x13A0...0x13FF, .lookAlike), (0x1C80...0x1C8F, .lookAlike), (0x1D00...0x1DBF, .latin),
    (0x1E00...0x1EFF, .latin), (0x1F00...0x1FFF, .lookAlike), (0x2C60...0x2C7F, .latin),
    (0x2C80...0x2CFF, .lookAlike), (0x2DE0...0x2DFF, .lookAlike), (0x2E80...0x2FDF, .han),
    (0x3005...0x3007, .han), (0x3021...0x3029, .han), (0x3038...0x303B, .han),
    (0x3041...0x30FA, .kana), (0x30FD...0x30FF, .kana), (0x3105...0x312F, .bopomofo),
    (0x3131...0x318E, .hangul), (0x31A0...0x31BF, .bopomofo), (0x31F0...0x31FF, .kana),
    (0x3400...0x4DBF, .han), (0x4E00...0x9FFF, .han), (0xA640...0xA69F, .lookAlike),
    (0xA720...0xA7FF, .latin), (0xA960...0xA97F, .hangul), (0xAB30...0xAB6F, .latin),
    (0xAB70...0xABBF, .lookAlike), (0xAC00...0xD7FF, .hangul), (0xF900...0xFAFF, .han),
    (0xFF21...0xFF5A, .latin), (0xFF66...0xFF9F, .kana), (0x1AFF0...0x1B16F, .kana),
    (0x20000...0x323AF, .han),
  ]

  /// The scripts of a word's letters; digits, marks and punctuation belong to all.
  init(of word: some StringProtocol) {
    self = []
    for scalar in word.unicodeScalars {
      if scalar.value < 0x80 {
        if ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) { insert(.latin) }
        continue
      }
      if Self.isEastAsian(scalar) {
        insert(scalar.value < 0xAC00 ? .han : .hangul)
        continue
      }
      guard scalar.properties.isAlphabetic else { continue }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      default: insert(Self.script(of: scalar))
      }
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether it is one of the common Han characters or Hangul syllables, which are all letters.
  static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FA5).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }

  private static func script(of scalar: Unicode.Scalar) -> Self {
    // The prolonged sound mark and the middle dot go with either kana.
    if scalar.value == 0x30FC || scalar.value == 0xB7 { return [] }
    return blocks.first { $0.0.contains(scalar.value) }?.1 ?? .other
  }

  /// Whether one person's word has these letters: one script, what East Asia mixes, or Latin beside
  /// a script that does not pass for it (“moderately restrictive” in UTS 39).
  var belongTogether: Bool {
    let beside = subtracting(.latin)
    if contains(.latin), beside.contains(.lookAlike) { return false }
    let mixtures: [Self] = [[.han, .kana], [.han, .hangul], [.han, .bopomofo]]
    return beside.rawValue.nonzeroBitCount < 2 || mixtures.contains { $0.isSuperset(of: beside) }
  }
}
