import Mail

/// The server's words as one bounded line without controls.
enum Diagnosis {
  static let limit = 500

  static func line(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(min(text.utf8.count, limit * 4))
    var pendingBlank = false
    var count = 0
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        pendingBlank = count > 0
        continue
      }
      if pendingBlank {
        result.append(0x20)
        count += 1
        pendingBlank = false
      }
      guard count < limit else { break }
      if scalar.isASCII {
        result.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
      count += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Blanks, controls, and marks that turn the direction of text or can't be seen.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0x3000:
      true
    default: false
    }
  }
}
