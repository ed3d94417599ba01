/// Plain forms of characters that keyboards of East Asia, and ornament, put for ASCII.
///
/// A part of what NFKC does (UAX #15), only where the plain form belongs into addresses: the rest
/// of NFKC would change letters of international mailbox names.
enum CharacterForms {
  static func plain(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let value = scalar.value
    switch value {
    case 0xFF01...0xFF5E: return ascii(value - 0xFF01 + 0x21)
    case 0x3000: return ascii(0x20)
    case 0x3002, 0xFF61, 0xFE52: return ascii(0x2E)
    case 0x3001, 0xFF64, 0xFE50, 0xFE51: return ascii(0x2C)
    case 0xFE54: return ascii(0x3B)
    case 0xFE55: return ascii(0x3A)
    case 0xFE6B: return ascii(0x40)
    case 0x24B6...0x24CF: return ascii(value - 0x24B6 + 0x41)
    case 0x24D0...0x24E9: return ascii(value - 0x24D0 + 0x61)
    case 0x1D400...0x1D6A3:
      let letter = (value - 0x1D400) % 52
      return ascii(letter < 26 ? letter + 0x41 : letter - 26 + 0x61)
    case 0x1D7CE...0x1D7FF: return ascii((value - 0x1D7CE) % 10 + 0x30)
    case 0xFB00: return "ff".unicodeScalars
    case 0xFB01: return "fi".unicodeScalars
    case 0xFB02: return "fl".unicodeScalars
    case 0xFB03: return "ffi".unicodeScalars
    case 0xFB04: return "ffl".unicodeScalars
    default: return String(scalar).unicodeScalars
    }
  }

  private static func ascii(_ value: UInt32) -> String.UnicodeScalarView {
    String(Unicode.Scalar(UInt8(truncatingIfNeeded: value))).unicodeScalars
  }
}
