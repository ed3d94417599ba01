/// What a draft holds, as far as repairs look for it; found in one pass.
struct DraftSigns: OptionSet, Sendable {
  let rawValue: UInt32

  static let ampersand = Self(rawValue: 1)
  static let percent = Self(rawValue: 2)
  static let angle = Self(rawValue: 4)
  /// `(`, `[`, `{` or `<`.
  static let opener = Self(rawValue: 8)
  static let space = Self(rawValue: 16)
  static let control = Self(rawValue: 32)
  static let beyondASCII = Self(rawValue: 64)
  static let quote = Self(rawValue: 256)
  static let severalAts = Self(rawValue: 512)
  static let colon = Self(rawValue: 1_024)
  static let backslash = Self(rawValue: 2_048)
  /// A comma or a semicolon.
  static let comma = Self(rawValue: 4_096)
  /// A dot behind a dot or an @.
  static let doubledDot = Self(rawValue: 8_192)
  /// The beginning of “at”, “arroba” or “dot” behind a space or a sign that may frame it.
  static let signWord = Self(rawValue: 16_384)
  /// The beginning of “at”, “dot” or the like, or of a foreign word, behind an opener.
  static let openedWord = Self(rawValue: 65_536)
  /// Anything but an ASCII letter or digit at either end.
  static let ragged = Self(rawValue: 32_768)

  static let query = Self(rawValue: 131_072)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(of scalars: [Unicode.Scalar]) {
    var signs: Self = []
    var ats = 0
    var previous: UInt8 = 0
    let table = Self.table
    for scalar in scalars {
      guard scalar.value < 0x80 else {
        signs.formUnion(Self.opens(previous) ? [.beyondASCII, .openedWord] : .beyondASCII)
        previous = 0
        continue
      }
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      signs.formUnion(table[Int(byte)])
      switch byte {
      case 0x40, 0x2E:
        if byte == 0x40 {
          ats += 1
        } else if previous == 0x2E || previous == 0x40 {
          signs.insert(.doubledDot)
        }
        if Self.opens(previous) { signs.insert(.openedWord) }
      case 0x41, 0x43, 0x44, 0x4B, 0x50, 0x54, 0x61, 0x63, 0x64, 0x6B, 0x70, 0x74:
        if Self.opens(previous) { signs.insert(.openedWord) }
        if Self.framesWord(previous) { signs.insert(.signWord) }
      default: break
      }
      previous = byte
    }
    if ats > 1 { signs.insert(.severalAts) }
    if let first = scalars.first, let last = scalars.last,
      Self.isRagged(first) || Self.isRagged(last)
    {
      signs.insert(.ragged)
    }
    self = signs
  }

  private static func opens(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x28 || byte == 0x5B || byte == 0x7B
  }

  private static func framesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x22, 0x2A, 0x2D, 0x2F, 0x3D, 0x5F, 0x7C, 0x7E: true
    default: false
    }
  }

  private static let table: [Self] = (0..<UInt8(0x80)).map { byte in
    switch byte {
    case 0x00...0x1F, 0x7F: .control
    case UInt8(ascii: " "): .space
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "<"): [.angle, .opener]
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opener
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .query
    case UInt8(ascii: "\\"): .backslash
    case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
    default: []
    }
  }

  private static func isRagged(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": false
    default: true
    }
  }
}
