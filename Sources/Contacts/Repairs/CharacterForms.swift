/// Plain forms of characters that keyboards of East Asia, and ornament, put for ASCII.
///
/// A part of what NFKC does (UAX #15), only where the plain form belongs into addresses: the rest
/// of NFKC would change letters of international mailbox names.
enum CharacterForms {
  static func plain(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    var plain: [Unicode.Scalar] = []
    guard append(scalar, to: &plain) else { return String(scalar).unicodeScalars }
    return String.UnicodeScalarView(plain)
  }

  /// Appends the plain form where it is another, and says so.
  static func append(_ scalar: Unicode.Scalar, to text: inout [Unicode.Scalar]) -> Bool {
    if let one = single(scalar.value) {
      text.append(Unicode.Scalar(UInt8(truncatingIfNeeded: one)))
      return true
    }
    let several: String? =
      switch scalar.value {
      case 0xFB00: "ff"
      case 0xFB01: "fi"
      case 0xFB02: "fl"
      case 0xFB03: "ffi"
      case 0xFB04: "ffl"
      default: nil
      }
    guard let several else { return false }
    text.append(contentsOf: several.unicodeScalars)
    return true
  }

  /// The one ASCII character that is meant.
  private static func single(_ value: UInt32) -> UInt32? {
    switch value {
    case ..<0x24B6: return nil
    case 0xFF01...0xFF5E: return value - 0xFF01 + 0x21
    case 0x3000: return 0x20
    case 0x3002, 0xFF61, 0xFE52: return 0x2E
    case 0x3001, 0xFF64, 0xFE50, 0xFE51: return 0x2C
    case 0xFE54: return 0x3B
    case 0xFE55: return 0x3A
    case 0xFE6B: return 0x40
    case 0x24B6...0x24CF: return value - 0x24B6 + 0x41
    case 0x24D0...0x24E9: return value - 0x24D0 + 0x61
    case 0x1D400...0x1D6A3:
      let letter = (value - 0x1D400) % 52
      return letter < 26 ? letter + 0x41 : letter - 26 + 0x61
    case 0x1D7CE...0x1D7FF: return (value - 0x1D7CE) % 10 + 0x30
    default: return nil
    }
  }
}
