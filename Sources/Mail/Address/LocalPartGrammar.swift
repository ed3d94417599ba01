/// What may stand before the @ (RFC 5321 `Dot-string` and `Quoted-string`, RFC 6531 for UTF-8).
enum LocalPartGrammar {
  static func check(_ text: String, policy: AddressPolicy) throws(AddressError) {
    guard let first = text.utf8.first else {
      throw AddressError(.emptyLocal, "nothing stands before the @")
    }
    guard text.utf8.count <= 64 else {
      throw AddressError(
        .localTooLong, "the part before the @ is \(text.utf8.count) octets long; 64 is the limit")
    }
    if first == UInt8(ascii: "\"") {
      try checkQuoted(text, policy: policy)
    } else {
      try checkDots(text)
    }
  }

  private static func checkDots(_ text: String) throws(AddressError) {
    var previousWasDot = true
    for scalar in text.unicodeScalars {
      if scalar == "." {
        guard !previousWasDot else {
          throw AddressError(.localDots, "the part before the @ has a dot too many")
        }
        previousWasDot = true
        continue
      }
      previousWasDot = false
      guard isAtomText(scalar) else { throw refusal(of: scalar) }
    }
    guard !previousWasDot else {
      throw AddressError(.localDots, "the part before the @ ends with a dot")
    }
  }

  private static func refusal(of scalar: Unicode.Scalar) -> AddressError {
    if scalar == "@" { return AddressError(.severalAts, "there is more than one @ in it") }
    if scalar.properties.isWhitespace {
      return AddressError(.space, "there is a space before the @")
    }
    return AddressError(
      .localCharacter, "the part before the @ holds a character that none has (\(name(of: scalar)))"
    )
  }

  /// RFC 5322 `atext`, and any letter beyond ASCII that is neither a space nor a control.
  private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return true
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}",
      "~":
      return true
    default:
      guard scalar.value >= 0xA0 else { return false }
      let properties = scalar.properties
      guard !properties.isWhitespace, !properties.isNoncharacterCodePoint else { return false }
      switch properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        return false
      default: return true
      }
    }
  }

  private static func checkQuoted(_ text: String, policy: AddressPolicy) throws(AddressError) {
    guard policy.allowsQuotedLocal else {
      throw AddressError(.quotedLocal, "quotation marks before the @ are not taken")
    }
    let broken = AddressError(
      .quotedLocalBroken, "the quotation marks before the @ do not close as they should")
    guard text.utf8.count > 2, text.hasSuffix("\"") else { throw broken }
    var escaped = false
    for byte in text.utf8.dropFirst().dropLast() {
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        throw broken
      }
    }
    guard !escaped else { throw broken }
  }
}
