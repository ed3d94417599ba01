/// How much a text looks like one of the alphabets of single-byte encodings: letters where words
/// have them, capitals where words begin, marks on what they belong to.
enum AlphabetShape {
  /// The earlier one wins where both read alike.
  static let all: [SheetEncoding] = [
    .windows1252, .windows874, .windows1258, .windows1251, .macRoman,
  ]

  /// Points per character beyond ASCII; nil where the system can't convert.
  static func score(_ bytes: [UInt8], as encoding: SheetEncoding) -> Double? {
    guard let scalars = decode(bytes, as: encoding) else { return nil }
    var previous: Unicode.Scalar = " "
    var points = 0.0
    var count = 0
    var run = 0
    for (index, scalar) in scalars.enumerated() {
      defer { previous = scalar }
      guard scalar.value >= 0x80 else {
        run = 0
        continue
      }
      count += 1
      run += 1
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      points += worth(scalar, after: previous, before: next, run: run)
    }
    return count == 0 ? 0 : points / Double(count)
  }

  /// Whether two encodings read a text differently.
  static func differ(_ bytes: [UInt8], _ one: SheetEncoding, _ other: SheetEncoding) -> Bool {
    decode(bytes, as: one) != decode(bytes, as: other)
  }

  private static func decode(_ bytes: [UInt8], as encoding: SheetEncoding) -> [Unicode.Scalar]? {
    guard var decoder = StreamDecoder(encoding) else { return nil }
    var text: [UInt8] = []
    decoder.decode(bytes, isLast: true, into: &text, base: 0)
    return Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  }

  private static func worth(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar, run: Int
  ) -> Double {
    switch scalar.value {
    case 0xFFFD, 0x80...0x9F, 0xE000...0xF8FF: return -4
    case 0x0E00...0x0E7F: return thai(scalar, after: previous, before: next)
    case 0x0300...0x036F: return vowels.contains(previous) ? 1.3 : -2
    // Where a converter joins a vowel with its mark.
    case 0x1EA0...0x1EF9: return 1.4
    case 0x0400...0x04FF: return cyrillic(scalar, after: previous)
    default: break
    }
    if scalar.properties.isAlphabetic {
      if run > 2 { return vietnamese.contains(scalar) ? 0.6 : -1 }
      guard isLetter(previous) || isLetter(next) else { return 0.2 }
      // A capital amid a word, unless all of it is in capitals.
      if scalar.properties.isUppercase, previous.properties.isLowercase { return -1 }
      if scalar.properties.isLowercase, previous.properties.isUppercase, isASCIIUpper(next) {
        return -0.5
      }
      if let worth = twins(scalar, before: next) { return worth }
      return common.contains(scalar) ? 1.2 : 0.6
    }
    let isAmidLetters = isLetter(previous) && isLetter(next)
    if punctuation.contains(scalar) {
      if isAmidLetters, scalar != "’", scalar != "·" { return -1 }
      return run > 2 ? -1 : 0.4
    }
    return isAmidLetters ? -1 : -0.5
  }

  /// Letters that share an octet in Windows-1252 and 1258: Portuguese has `ã` and `õ` before some
  /// vowels and at the end of words, Vietnamese `ă` and `ơ` before others and consonants.
  private static func twins(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Double? {
    let isPortuguese = next == "o" || next == "e" || next == "s" || !isLetter(next)
    switch scalar {
    case "ã", "õ": return isPortuguese ? 1.2 : 0.7
    case "ă": return isPortuguese ? 0.9 : 1.2
    default: return nil
    }
  }

  private static func thai(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar
  ) -> Double {
    let thai: ClosedRange<UInt32> = 0x0E00...0x0E7F
    if isLetter(previous), !thai.contains(previous.value) { return -1 }
    if isLetter(next), !thai.contains(next.value) { return -1 }
    let isConsonant = { (scalar: Unicode.Scalar) in (0x0E01...0x0E2E).contains(scalar.value) }
    switch scalar.value {
    // Vowels and marks above and below, and those that follow.
    case 0x0E30...0x0E3A:
      return isConsonant(previous) || isMark(previous) ? 1.3 : -1
    case 0x0E47...0x0E4E:
      return isConsonant(previous) || isMark(previous) ? 1.3 : -2
    // Vowels before their consonant.
    case 0x0E40...0x0E44: return 1.3
    case 0x0E01...0x0E2E: return 0.7
    default: return 0
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [0x0E31, 0x0E32, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39, 0x0E48, 0x0E49]
      .contains(scalar.value)
  }

  private static func cyrillic(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Double {
    let isAfterCyrillic = (0x0400...0x04FF).contains(previous.value)
    if isLetter(previous), !isAfterCyrillic { return -1 }
    if scalar.properties.isUppercase { return previous.properties.isLowercase ? -1 : 0.5 }
    return isAfterCyrillic ? (russian.contains(scalar) ? 1.2 : 0.6) : 0
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x0300...0x036F).contains(scalar.value)
  }

  private static func isASCIIUpper(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar)
  }

  private static let common = Set(
    "éèêëàâäáãåæçíîïìñóôöòõøœßúûüùÉÈÀÂÄÁÅÇÍÎÑÓÔÖØÚÜđĐơưăƠƯ".unicodeScalars)
  private static let vietnamese = Set("đơưăâêô".unicodeScalars)
  private static let vowels = Set("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars)
  private static let russian = Set("оеаинтсрвлкмдпуяыьгзбч".unicodeScalars)
  private static let punctuation = Set("“”„‘’‚–—…«»°·©®€£¿¡§\u{A0}".unicodeScalars)
}
