extension MergeEncoding {
  /// Writes a reader's value so that it can break out of neither its line nor its part.
  func append(_ value: String, to buffer: inout [UInt8]) {
    if isWrittenAsItIs(value.utf8) {
      appendAsItIs(value, to: &buffer)
      return
    }
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

  /// Most values are short, plain and need no encoding at all.
  private func isWrittenAsItIs(_ value: String.UTF8View) -> Bool {
    switch self {
    case .literal: value.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    case .header: value.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    case .quotedPrintable:
      !value.isEmpty && value.count <= 75
        && value.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "=") }
    case .htmlQuotedPrintable:
      !value.isEmpty && value.count <= 75
        && value.allSatisfy {
          $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "&")
            && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
            && $0 != UInt8(ascii: "'")
        }
    }
  }

  private func appendAsItIs(_ value: String, to buffer: inout [UInt8]) {
    let isInBody = self == .quotedPrintable || self == .htmlQuotedPrintable
    if isInBody { appendSoftBreak(to: &buffer) }
    buffer.append(contentsOf: value.utf8)
    if isInBody { appendSoftBreak(to: &buffer) }
  }

  /// A line break survives only as a fold: CRLF and a blank after it, on a line that holds more.
  ///
  /// RFC 5322 section 2.2.3; a line of blanks alone ends the headers for those that strip blanks.
  private func appendHeaderBody(_ value: String, to buffer: inout [UInt8]) {
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D, Self.isFold(bytes[index...]) {
        buffer.append(contentsOf: [0x0D, 0x0A])
        index += 2
        continue
      }
      buffer.append(byte < 0x20 && byte != 0x09 || byte == 0x7F ? 0x20 : byte)
      index += 1
    }
  }

  private static func isFold(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.dropFirst().first == 0x0A else { return false }
    let line = rest.dropFirst(2)
    guard let blank = line.first, blank == 0x20 || blank == 0x09 else { return false }
    return line.first { $0 != 0x20 && $0 != 0x09 }.map { $0 > 0x20 && $0 != 0x7F } ?? false
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
    var escaped = String.UnicodeScalarView()
    // By scalars: a mark that joins the quotation mark before it must not hide it.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
