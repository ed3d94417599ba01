/// Writes base64 (RFC 2045 section 6.8).
package enum Base64Lines {
  /// Encodes bytes in lines of 76 characters, each ended by CRLF.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let unbroken = encodeUnbroken(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(unbroken.count + unbroken.count / 38 + 2)
    var start = 0
    while start < unbroken.count {
      let end = min(start + 76, unbroken.count)
      output.append(contentsOf: unbroken[start..<end])
      output.append(0x0D)
      output.append(0x0A)
      start = end
    }
    return output
  }

  /// Encodes bytes in one run, with padding.
  package static func encodeUnbroken(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let first = UInt32(bytes[index])
      let second = left > 1 ? UInt32(bytes[index + 1]) : 0
      let third = left > 2 ? UInt32(bytes[index + 2]) : 0
      let group = first << 16 | second << 8 | third
      output.append(alphabet[Int(group >> 18)])
      output.append(alphabet[Int(group >> 12 & 63)])
      output.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      output.append(left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
      index += 3
    }
    return output
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
