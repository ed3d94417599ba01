/// A well-formed mail domain, in A-labels and as people read it.
///
/// RFC 1035 and 5890: labels of letters, digits and hyphens, 63 octets each, 253 in all. Whether it
/// exists, or takes mail, is another question.
package struct Domain: Hashable, Sendable, CustomStringConvertible {
  /// A-labels, lower case, without a closing dot; or a domain literal as `[192.0.2.1]`.
  package let ascii: String
  /// As people read it: U-labels where there are any.
  package let unicode: String

  package init(
    parsing text: some StringProtocol, policy: AddressPolicy = .standard
  ) throws(AddressError) {
    guard let first = text.utf8.first else {
      throw AddressError(.emptyDomain, "nothing follows the @")
    }
    if first == UInt8(ascii: "[") {
      ascii = try Self.literal(String(text), policy: policy)
      unicode = ascii
      return
    }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let lower = text.lowercased()
      try Self.check(lower)
      ascii = lower
      if Self.hasInternationalLabel(lower.utf8) {
        guard let readable = InternationalLabels.toUnicode(lower) else {
          throw AddressError(
            .internationalDomain, "the domain “\(lower)” holds a broken international label (xn--)")
        }
        unicode = Self.shown(lower, readable: readable)
      } else {
        unicode = lower
      }
      return
    }
    let composed = Normalization.nfc(String(text))
    if let bad = composed.unicodeScalars.first(where: { $0.value < 0x21 || $0.value == 0x7F }) {
      throw AddressError(
        .domainCharacter, "the domain holds a character that no domain has (\(name(of: bad)))")
    }
    let labels = try InternationalLabels.toASCII(composed)
    try Self.check(labels)
    ascii = labels
    let readable = InternationalLabels.toUnicode(labels)
    // What was just converted need not be converted again.
    if let readable, readable.utf8.elementsEqual(composed.utf8) {
      unicode = readable
    } else {
      unicode = Self.shown(labels, readable: readable)
    }
  }

  package var description: String { unicode }
  /// What the A-labels decode to, also where IDNA 2008 would not write it so.
  package var decoded: String { InternationalLabels.toUnicode(ascii) ?? ascii }

  /// The top-level domain in A-labels; the whole name where it has one label.
  package var topLevel: Substring { ascii.split(separator: ".").last ?? ascii[...] }

  /// Whether a label begins with `xn--`, in one pass over the octets.
  private static func hasInternationalLabel(_ text: String.UTF8View) -> Bool {
    var window: UInt32 = 0
    var position = 0
    for byte in text {
      if byte == UInt8(ascii: ".") {
        position = 0
        window = 0
        continue
      }
      window = window << 8 | UInt32(byte)
      position += 1
      if position == 4, window == 0x786E_2D2D { return true }
    }
    return false
  }

  /// A-labels that IDNA 2008 would not make (hidden controls, capitals, emoji) exist in the DNS all
  /// the same; they are shown as they are, so that what is printed reads back as the same domain.
  private static func shown(_ labels: String, readable: String?) -> String {
    guard let readable, (try? InternationalLabels.toASCII(readable)) == labels else {
      return labels
    }
    return readable
  }

  private static func check(_ text: String) throws(AddressError) {
    guard text.utf8.count <= 253 else {
      throw AddressError(
        .domainTooLong, "the domain is \(text.utf8.count) octets long; 253 is the limit")
    }
    var labelLength = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        try checkLabelEnd(length: labelLength, last: last)
        labelLength = 0
      case UInt8(ascii: "-"):
        guard labelLength > 0 else {
          throw AddressError(.labelHyphen, "a part of the domain begins with a hyphen")
        }
        labelLength += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        labelLength += 1
      default:
        throw AddressError(
          .domainCharacter,
          "the domain holds a character that no domain has (\(name(of: Unicode.Scalar(byte))))")
      }
      last = byte
    }
    try checkLabelEnd(length: labelLength, last: last)
  }

  private static func checkLabelEnd(length: Int, last: UInt8) throws(AddressError) {
    guard length > 0 else {
      throw AddressError(.domainDots, "the domain has a dot too many")
    }
    guard length <= 63 else {
      throw AddressError(
        .labelTooLong, "a part of the domain is \(length) octets long; 63 is the limit")
    }
    guard last != UInt8(ascii: "-") else {
      throw AddressError(.labelHyphen, "a part of the domain ends with a hyphen")
    }
  }

  private static func literal(
    _ text: String, policy: AddressPolicy
  ) throws(AddressError) -> String {
    guard policy.allowsDomainLiteral else {
      throw AddressError(
        .domainLiteral, "an address by number (\(text)) is not taken; use the domain's name")
    }
    guard let literal = AddressLiteral.canonical(text) else {
      throw AddressError(
        .domainLiteralBroken,
        "the address by number \(text) is neither IPv4, as [192.0.2.1], nor IPv6, as [IPv6:2001:db8::1]"
      )
    }
    return literal
  }
}

/// How a character is named in messages: itself where it shows, its number where it does not.
func name(of scalar: Unicode.Scalar) -> String {
  let hex = String(scalar.value, radix: 16, uppercase: true)
  let number = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  let shows = scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
  return shows ? "“\(scalar)”, \(number)" : number
}
