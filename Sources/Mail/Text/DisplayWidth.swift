/// How many columns text takes on a terminal or in a mail in fixed pitch.
package enum DisplayWidth {
  /// Chinese, Japanese, Korean and full-width characters count 2, combining marks 0.
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of(character: $1) }
  }

  /// A character with its combining marks is as wide as its widest part.
  package static func of(character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      width = max(width, of(scalar: scalar))
      // U+FE0F asks for the picture form, which is wide.
      if scalar.value == 0xFE0F, width == 1 { width = 2 }
    }
    return width
  }

  /// The text cut to a width, with an ellipsis where something is missing.
  package static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += of(character: character)
      if used > width { break }
      result.append(character)
    }
    return result + "…"
  }

  package static func of(scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || value == 0xAD ? 0 : 1 }
    switch value {
    // East Asian Width W and F (Unicode Standard Annex 11), in runs that have no narrow gaps
    // of use in letters.
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// Whether lines may break beside this character without a blank.
  package static func isIdeographic(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    // Korean is written with blanks between words.
    return of(scalar: scalar) == 2 && !(0xAC00...0xD7A3).contains(scalar.value)
      && !(0x1100...0x115F).contains(scalar.value)
  }
}
