extension MergeEncoding {
  /// Writes a reader's value so that it can break out of neither its line nor its part.
  func append(_ value: String, to buffer: inout [UInt8]) {
    switch self {
    case .literal:
      for byte in value.utf8 where byte >= 0x20 && byte < 0x7F { buffer.append(byte) }
    case .header:
      appendHeaderBody(value, to: &buffer)
    case .quotedPrintable:
      appendQuotedPrintable(value, to: &buffer)
    case .htmlQuotedPrintable:
      appendQuotedPrintable(Self.escapedHTML(value), to: &buffer)
    }
  }

  /// A line break survives only as a fold: CRLF and a blank after it (RFC 5322 section 2.2.3).
  private func appendHeaderBody(_ value: String, to buffer: inout [UInt8]) {
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D, index + 2 < bytes.count, bytes[index + 1] == 0x0A,
        bytes[index + 2] == 0x20 || bytes[index + 2] == 0x09
      {
        buffer.append(contentsOf: [0x0D, 0x0A])
        index += 2
        continue
      }
      buffer.append(byte < 0x20 && byte != 0x09 || byte == 0x7F ? 0x20 : byte)
      index += 1
    }
  }

  private func appendQuotedPrintable(_ value: String, to buffer: inout [UInt8]) {
    guard !value.isEmpty else { return }
    appendSoftBreak(to: &buffer)
    var column = 0
    for byte in value.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
      // A full stop at a line's start is legal here; libcurl doubles it on the wire.
      let width = isPlain ? 1 : 3
      if column + width > 75 {
        appendSoftBreak(to: &buffer)
        column = 0
      }
      if isPlain {
        buffer.append(byte)
      } else {
        buffer.append(UInt8(ascii: "="))
        buffer.append(Self.hex[Int(byte >> 4)])
        buffer.append(Self.hex[Int(byte & 15)])
      }
      column += width
    }
    appendSoftBreak(to: &buffer)
  }

  private func appendSoftBreak(to buffer: inout [UInt8]) {
    buffer.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func escapedHTML(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
