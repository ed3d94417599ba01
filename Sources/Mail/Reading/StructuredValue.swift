/// A value with parameters, such as Content-Type's (RFC 2045 section 5, RFC 2231), read leniently.
package struct StructuredValue: Sendable {
  /// What stands before the first semicolon, in lower case.
  package let value: String
  private let parameters: [(name: String, raw: ByteSlice)]

  package init(_ raw: ByteSlice) {
    let line = HeaderText.unfold(raw)
    var pieces = Self.split(line)[...]
    let head = pieces.popFirst()?.trimmed ?? []
    value = head.prefix { !$0.isBlank && $0 != UInt8(ascii: "(") }.text.lowercased()
    var found: [(name: String, raw: ByteSlice)] = []
    // "text/plain charset=x": the semicolon is sometimes forgotten.
    let rest = head.drop { !$0.isBlank }.trimmed
    if rest.contains(UInt8(ascii: "=")) { Self.add(rest, to: &found) }
    for piece in pieces.prefix(40) { Self.add(piece, to: &found) }
    parameters = found
  }

  /// A parameter's text: continuations joined, percent codes and charset decoded (RFC 2231).
  package subscript(name: String) -> String? {
    if let plain = raw(name) { return HeaderText.decode(plain) }
    var joined: [UInt8] = []
    var charset: String?
    for (index, part) in sections(name).enumerated() {
      var bytes = part.bytes
      if part.isEncoded {
        if index == 0 {
          let quotes = bytes.split(
            separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
          if quotes.count == 3 {
            charset = quotes[0].text
            bytes = quotes[2]
          }
        }
        joined += Self.percentDecoded(bytes)
      } else {
        joined += bytes
      }
    }
    return joined.isEmpty ? nil : Charset.utf8Text(joined[...], label: charset)
  }

  /// A parameter's bytes as they came, without quotes.
  package func raw(_ name: String) -> ByteSlice? {
    parameters.first { $0.name == name }?.raw
  }

  private func sections(_ name: String) -> [(bytes: ByteSlice, isEncoded: Bool)] {
    if let single = raw(name + "*") { return [(single, true)] }
    var result: [(ByteSlice, Bool)] = []
    for index in 0..<20 {
      if let part = raw("\(name)*\(index)*") {
        result.append((part, true))
      } else if let part = raw("\(name)*\(index)") {
        result.append((part, false))
      } else {
        break
      }
    }
    return result
  }

  private static func add(_ piece: ByteSlice, to found: inout [(name: String, raw: ByteSlice)]) {
    guard let sign = piece.firstIndex(of: UInt8(ascii: "=")) else { return }
    let name = piece[..<sign].trimmed.text.lowercased()
    found.append((name, unquoted(piece[(sign + 1)...].trimmed)))
  }

  /// Cuts at semicolons outside quotes; a quote that is never closed ends with the value.
  private static func split(_ line: ByteSlice) -> [ByteSlice] {
    var pieces: [ByteSlice] = []
    var start = line.startIndex
    var quoted = false
    var index = start
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: "\\") where quoted: index += 1
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ";") where !quoted:
        pieces.append(line[start..<index])
        start = index + 1
      default: break
      }
      index += 1
    }
    pieces.append(line[start...])
    return pieces
  }

  private static func unquoted(_ value: ByteSlice) -> ByteSlice {
    guard value.first == UInt8(ascii: "\"") else {
      return value.prefix { !$0.isBlank }
    }
    var result: [UInt8] = []
    var escaped = false
    for byte in value.dropFirst() {
      if escaped || byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"") {
        result.append(byte)
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else {
        break
      }
    }
    return result[...]
  }

  private static func percentDecoded(_ bytes: ByteSlice) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = TransferDecoding.hex(bytes[index + 1]),
        let low = TransferDecoding.hex(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
