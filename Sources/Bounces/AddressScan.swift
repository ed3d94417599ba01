import Mail

/// An address found in free text.
struct FoundAddress: Sendable {
  let text: String
  /// Where it stands in the text that was searched.
  let range: Range<Int>
}

/// Finds what looks like addresses in any text; linear, because each @ looks back a bounded way.
enum AddressScan {
  static func addresses(in bytes: ByteSlice) -> [FoundAddress] {
    var found: [FoundAddress] = []
    var position = bytes.startIndex
    var tries = 0
    while tries < 2000, found.count < 500,
      let at = bytes[position...].firstIndex(of: UInt8(ascii: "@"))
    {
      position = at + 1
      tries += 1
      guard let range = range(around: at, in: bytes) else { continue }
      found.append(FoundAddress(text: bytes[range].text, range: range))
      position = range.upperBound
    }
    return found
  }

  private static func range(around at: Int, in bytes: ByteSlice) -> Range<Int>? {
    guard let domainEnd = domainEnd(from: at + 1, in: bytes) else { return nil }
    let floor = max(bytes.startIndex, at - 128)
    var start = at
    if start > floor, bytes[start - 1] == UInt8(ascii: "\"") {
      var quote = start - 2
      while quote >= floor, bytes[quote] != UInt8(ascii: "\""), bytes[quote] != 0x0A { quote -= 1 }
      guard quote >= floor, bytes[quote] == UInt8(ascii: "\""), quote < start - 2 else {
        return nil
      }
      return quote..<domainEnd
    }
    start = localStart(bytes, from: at, floor: floor)
    // "https://user@host" and "path/x@y" name no mailbox.
    if bytes[start..<at].contains("//") { return nil }
    start = withoutKey(bytes, start, at)
    while start < at, isLeadingMark(bytes[start]) { start += 1 }
    return start < at ? start..<domainEnd : nil
  }

  private static func domainEnd(from start: Int, in bytes: ByteSlice) -> Int? {
    var end = start
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: "[") {
      let limit = min(bytes.endIndex, start + 50)
      return bytes[start..<limit].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    }
    while end < bytes.endIndex, end - start < 260 {
      let byte = bytes[end]
      if byte >= 0x80, isForeignPunctuation(bytes, end) { break }
      // Scripts that take no blanks go straight on after an address in Latin letters.
      if byte >= 0xE0, end > start, bytes[end - 1].isASCIIAlphanumeric { break }
      guard byte.isASCIIAlphanumeric || byte >= 0x80 || byte == 0x2D || byte == 0x2E || byte == 0x5F
      else { break }
      end += 1
    }
    while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
    let domain = bytes[start..<end]
    guard let last = domain.last, domain.first != 0x2E, domain.contains(0x2E),
      !last.isASCIIDigit || domain.contains(where: \.isASCIILetter)
    else { return nil }
    return end
  }

  /// Ideographic punctuation and quotes end an address that stands in running text.
  private static func isForeignPunctuation(_ bytes: ByteSlice, _ index: Int) -> Bool {
    guard index + 2 < bytes.endIndex else { return true }
    let (first, second) = (bytes[index], bytes[index + 1])
    if first == 0xE3 { return second == 0x80 || second == 0x81 || second == 0x82 }
    if first == 0xEF { return second == 0xBC || second == 0xBD }
    if first == 0xE2 { return second == 0x80 }
    return first == 0xC2
  }

  /// Back over the local part; text in a script without blanks may stand right before it.
  private static func localStart(_ bytes: ByteSlice, from at: Int, floor: Int) -> Int {
    var start = at
    var tookLatin = false
    while start > floor, isLocal(bytes[start - 1]) {
      guard bytes[start - 1] >= 0x80 else {
        tookLatin = tookLatin || bytes[start - 1].isASCIIAlphanumeric
        start -= 1
        continue
      }
      var lead = start - 1
      while lead > floor, start - lead < 4, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      if bytes[lead] >= 0xE0, tookLatin || isForeignPunctuation(bytes, lead) { break }
      start = lead
    }
    return start
  }

  /// `to=a@b.example`, `rcpt=…`: a key of logs is no part of the address.
  private static func withoutKey(_ bytes: ByteSlice, _ start: Int, _ at: Int) -> Int {
    guard let sign = bytes[start..<at].firstIndex(of: UInt8(ascii: "=")) else { return start }
    let key = bytes[start..<sign]
    let isKey =
      key.equals("to") || key.equals("rcpt") || key.equals("recipient") || key.equals("orig_to")
      || key.equals("email") || key.equals("user") || key.equals("from") || key.equals("mail")
      || key.isEmpty
    return isKey ? sign + 1 : start
  }

  private static func isLeadingMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "."), UInt8(ascii: "*"),
      UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...: true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "#"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
      true
    default: byte.isASCIIAlphanumeric
    }
  }
}
