/// Cuts CSS at its braces and semicolons; strings, comments and brackets stay whole.
struct StyleLexer {
  enum Piece: Hashable {
    case open
    case close
    case semicolon
    case comment(String)
    /// What stands between them, as written.
    case text(String)
    /// A string, a comment or a bracket that does not end, with its first sign.
    case unclosed(String, sign: String)
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The line of what `next` gave last.
  private(set) var line = 1
  private var lineAhead = 1
  /// No `url(` before this place ends with its line: none is searched twice.
  private var endlessBefore = 0

  init(_ text: String, firstLine: Int = 1) {
    bytes = Array(text.utf8)
    line = firstLine
    lineAhead = firstLine
  }

  mutating func next() -> Piece? {
    guard index < bytes.count else { return nil }
    line = lineAhead
    switch bytes[index] {
    case UInt8(ascii: "{"):
      index += 1
      return .open
    case UInt8(ascii: "}"):
      index += 1
      return .close
    case UInt8(ascii: ";"):
      index += 1
      return .semicolon
    default: break
    }
    if isComment(at: index) {
      guard let end = endOfComment(index) else {
        return .unclosed(take(to: bytes.count), sign: "/*")
      }
      return .comment(take(to: end))
    }
    return text()
  }

  /// Up to the next brace, semicolon or comment that stands outside of strings and brackets.
  private mutating func text() -> Piece {
    var position = index
    var brackets: [(close: UInt8, position: Int)] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = endOfString(position) else {
          return unclosed(at: position, to: endOfLine(position))
        }
        position = end - 1
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if byte == UInt8(ascii: "("), let end = endOfAddress(position) {
          position = end - 1
        } else {
          let close: UInt8 = byte == UInt8(ascii: "(") ? 0x29 : 0x5D
          brackets.append((close, position))
        }
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if brackets.last?.close == byte { brackets.removeLast() }
      case UInt8(ascii: "{"), UInt8(ascii: "}"):
        // No bracket goes on beyond a brace: the mistake is told where it is.
        if let open = brackets.last { return unclosed(at: open.position, to: position) }
        return .text(take(to: position))
      case UInt8(ascii: ";"):
        if brackets.isEmpty { return .text(take(to: position)) }
      case UInt8(ascii: "/"):
        if isComment(at: position) {
          if brackets.isEmpty { return .text(take(to: position)) }
          position = (endOfComment(position) ?? bytes.count) - 1
        }
      default: break
      }
      position += 1
    }
    if let open = brackets.last { return unclosed(at: open.position, to: bytes.count) }
    return .text(take(to: min(position, bytes.count)))
  }

  private mutating func unclosed(at position: Int, to end: Int) -> Piece {
    line += bytes[index..<position].count { $0 == 0x0A }
    let sign = String(decoding: [bytes[position]], as: UTF8.self)
    return .unclosed(take(to: end), sign: sign)
  }

  private func isComment(at position: Int) -> Bool {
    position + 1 < bytes.count && bytes[position] == UInt8(ascii: "/")
      && bytes[position + 1] == UInt8(ascii: "*")
  }

  private func endOfComment(_ start: Int) -> Int? {
    var position = start + 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        return position + 2
      }
      position += 1
    }
    return nil
  }

  /// Behind the closing quote; nil where the line ends before it.
  private func endOfString(_ start: Int) -> Int? {
    var position = start + 1
    while position < bytes.count, bytes[position] != 0x0A {
      if bytes[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if bytes[position] == bytes[start] { return position + 1 }
      position += 1
    }
    return nil
  }

  private func endOfLine(_ start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// `url(` takes everything up to `)`, where what follows is no string.
  private mutating func endOfAddress(_ open: Int) -> Int? {
    guard open >= max(3, endlessBefore),
      bytes[(open - 3)..<open].map({ $0 | 0x20 }) == Array("url".utf8)
    else {
      return nil
    }
    var position = open + 1
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
    guard position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x27 else {
      return nil
    }
    while position < bytes.count, bytes[position] != 0x0A {
      if bytes[position] == UInt8(ascii: ")") { return position + 1 }
      position += 1
    }
    endlessBefore = position
    return nil
  }

  private mutating func take(to end: Int) -> String {
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    for byte in bytes[index..<end] where byte == 0x0A { lineAhead += 1 }
    index = end
    return text
  }
}
