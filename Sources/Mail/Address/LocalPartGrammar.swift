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
      if scalar.value < 0x80 ? !isAtom(scalar) : !isFit(scalar, startsWord: previousWasDot) {
        throw refusal(of: scalar)
      }
      previousWasDot = false
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
    let what =
      if scalar.value < 0x80 {
        "a character that none has"
      } else {
        UnfitCharacter(scalar)?.phrase ?? "an accent that stands on no letter"
      }
    return AddressError(
      .localCharacter, "the part before the @ holds \(what) (\(name(of: scalar)))")
  }

  /// RFC 5322 `atext`.
  private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`", "{", "|", "}",
      "~":
      true
    default: false
    }
  }

  /// RFC 6532 `UTF8-non-ascii`, less what no mailbox name has; no word begins with an accent.
  private static func isFit(_ scalar: Unicode.Scalar, startsWord: Bool) -> Bool {
    guard UnfitCharacter(scalar) == nil else { return false }
    guard startsWord else { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return true
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
    for scalar in text.unicodeScalars.dropFirst().dropLast() {
      if escaped {
        guard scalar.value < 0x80 else { throw broken }
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == "\"" {
        throw broken
      } else if scalar.value >= 0x80, UnfitCharacter(scalar) != nil {
        throw refusal(of: scalar)
      }
    }
    guard !escaped else { throw broken }
  }

  /// Takes off quotation marks and backslashes that are not needed (RFC 5321 section 4.1.2), so that
  /// one mailbox has one name.
  static func canonical(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "\"") else { return text }
    var inside = ""
    var quoted = "\""
    var escaped = false
    for scalar in text.unicodeScalars.dropFirst().dropLast() {
      if !escaped, scalar == "\\" {
        escaped = true
        continue
      }
      escaped = false
      inside.unicodeScalars.append(scalar)
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    quoted += "\""
    do {
      try checkDots(inside)
      return inside
    } catch {
      return quoted
    }
  }
}
