/// Cuts a multipart body at its delimiter lines (RFC 2046 section 5.1.1).
enum BoundaryCutter {
  /// The pieces between delimiters; a missing close delimiter ends with the body.
  static func cut(_ body: ByteSlice, boundary: ByteSlice) -> [ByteSlice] {
    var pieces: [ByteSlice] = []
    var start: Int?
    var position = body.startIndex
    while position < body.endIndex {
      let next = body.position(of: 0x0A, from: position).map { $0 + 1 } ?? body.endIndex
      if isDashed(body, position), let rest = match(body[position..<next], boundary) {
        if let begun = start { pieces.append(withoutLastBreak(body[begun..<position])) }
        start = next
        if rest.starts(with: "--") {
          start = nil
          break
        }
      }
      position = next
    }
    if let begun = start, begun < body.endIndex { pieces.append(body[begun...]) }
    return pieces
  }

  /// Where the told boundary is missing or wrong: the first dashed line before a Content- header.
  static func guess(_ body: ByteSlice) -> ByteSlice? {
    var previous: ByteSlice?
    var seen = 0
    for line in ByteLines(body) {
      seen += 1
      if seen > 2000 { return nil }
      if let dashed = previous, line.starts(with: "Content-") { return dashed.dropFirst(2) }
      let trimmed = line.trimmed
      let isDelimiter =
        trimmed.count > 8 && trimmed.count < 130 && trimmed.starts(with: "--")
        && !trimmed.contains(where: \.isBlank)
      previous = isDelimiter ? trimmed : nil
    }
    return nil
  }

  private static func isDashed(_ body: ByteSlice, _ position: Int) -> Bool {
    body[position] == UInt8(ascii: "-") && position + 1 < body.endIndex
      && body[position + 1] == UInt8(ascii: "-")
  }

  /// What follows the delimiter on its line, when the line is one.
  private static func match(_ line: ByteSlice, _ boundary: ByteSlice) -> ByteSlice? {
    let text = line.dropFirst(2)
    guard text.starts(with: boundary) else { return nil }
    let rest = text.dropFirst(boundary.count)
    let tail = (rest.starts(with: "--") ? rest.dropFirst(2) : rest).trimmed
    return tail.isEmpty ? rest : nil
  }

  private static func withoutLastBreak(_ bytes: ByteSlice) -> ByteSlice {
    var bytes = bytes
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return bytes
  }
}
