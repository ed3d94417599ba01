import Mail

/// The address in a recipient field: `rfc822; a@b`, `utf-8; …` with RFC 6533's escapes, or bare.
enum StatusAddress {
  static func read(_ value: ByteSlice) -> String? {
    let semicolon = value.prefix(24).firstIndex(of: UInt8(ascii: ";"))
    let type = semicolon.map { value[..<$0].trimmed } ?? []
    var rest = semicolon.map { value[($0 + 1)...].trimmed } ?? value.trimmed
    if type.equals("utf-8") || rest.contains("\\x{") { rest = unescaped(rest) }
    if rest.contains("+40") && !rest.contains(UInt8(ascii: "@")) { return nil }
    if let found = AddressScan.addresses(in: rest).first { return found.text }
    return hostless(rest)
  }

  /// `name@host`: inside an organisation domains may have no dot.
  private static func hostless(_ bytes: ByteSlice) -> String? {
    let bare = bytes.trimmed.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    guard bare.count < 255, !bare.contains(where: \.isBlank),
      let at = bare.firstIndex(of: UInt8(ascii: "@")), at > 0, at + 1 < bare.count
    else { return nil }
    return String(decoding: bare, as: UTF8.self)
  }

  /// `\x{5B57}` stands for a character (RFC 6533 section 3).
  private static func unescaped(_ bytes: ByteSlice) -> ByteSlice {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(with: "\\x{"),
        let close = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
        let value = UInt32(bytes[(index + 3)..<close].text, radix: 16),
        let scalar = Unicode.Scalar(value), value >= 0x20
      {
        result += Array(String(Character(scalar)).utf8)
        index = close + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result[...]
  }
}
