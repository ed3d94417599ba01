extension MergeEncoding {
  /// Writes a reader's value so that it can break out of neither its line nor its part.
  func append(_ value: String, to buffer: inout [UInt8]) {
    if isWrittenAsItIs(value) {
      appendAsItIs(value, to: &buffer)
      return
    }
    switch self {
    case .literal:
      for byte in value.utf8 where byte >= 0x20 && byte < 0x7F { buffer.append(byte) }
    case .header:
      appendHeaderBody(value, to: &buffer)
    case .headerText:
      // A blank ends only the header's name: words end with a question mark and an equals sign.
      let isFirst = buffer.last == 0x20
      buffer.append(contentsOf: EncodedWord.folded(value, isFirst: isFirst).utf8)
    case .quotedPrintable:
      appendQuotedPrintable(value, to: &buffer)
    case .urlQuotedPrintable:
      appendQuotedPrintable(Self.percentEncoded(value), to: &buffer)
    case .htmlQuotedPrintable:
      appendQuotedPrintable(Self.escapedHTML(value), to: &buffer)
    }
  }

  /// Most values are short, plain and need no encoding at all.
  private func isWrittenAsItIs(_ value: String) -> Bool {
    var value = value
    let place = place
    return value.withUTF8 { bytes in
      guard self != .headerText, !isInBody || (1...75).contains(bytes.count) else { return false }
      return Self.plain.withUnsafeBufferPointer { plain in
        bytes.allSatisfy { plain[Int($0)] & place != 0 }
      }
    }
  }

  private var isInBody: Bool {
    switch self {
    case .quotedPrintable, .htmlQuotedPrintable, .urlQuotedPrintable: true
    case .header, .headerText, .literal: false
    }
  }

  private var place: UInt8 {
    switch self {
    case .literal: 1
    case .header: 2
    case .quotedPrintable: 4
    case .htmlQuotedPrintable: 8
    case .urlQuotedPrintable: 16
    case .headerText: 0
    }
  }

  /// Which octets each encoding writes as they are, one bit for each encoding.
  private static let plain: [UInt8] = (0...255).map { (byte: UInt8) in
    let shows = byte > 0x20 && byte < 0x7F
    let isMarkup = "&<>\"'".utf8.contains(byte)
    var places: UInt8 = 0
    if shows || byte == 0x20 { places |= 1 }
    if byte >= 0x20, byte != 0x7F { places |= 2 }
    if shows, byte != UInt8(ascii: "=") { places |= isMarkup ? 4 : 4 | 8 }
    if isUnreserved(byte) { places |= 16 }
    return places
  }

  private func appendAsItIs(_ value: String, to buffer: inout [UInt8]) {
    if isInBody { closeLine(of: &buffer) }
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
    // Without a value, too: what follows counts its columns from the start of a line.
    closeLine(of: &buffer)
    guard !value.isEmpty else { return }
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

  private func closeLine(of buffer: inout [UInt8]) {
    if let last = buffer.last, last != 0x0A { appendSoftBreak(to: &buffer) }
  }

  private func appendSoftBreak(to buffer: inout [UInt8]) {
    buffer.append(contentsOf: [UInt8(ascii: "="), 0x0D, 0x0A])
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  /// What RFC 3986 calls unreserved: letters, digits and `-._~`, which mean nothing in an address.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }

  /// A text as a piece of an address: it can neither end the piece nor begin another.
  package static func percentEncoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isUnreserved(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

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
