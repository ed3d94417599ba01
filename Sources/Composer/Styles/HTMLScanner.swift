import Mail

/// Cuts the HTML that themes make into tokens; bytes that make no tag stay text.
struct HTMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// The element whose inside is no HTML, until its end tag.
  private var rawElement: String?
  /// Whether the tag at hand has no end.
  private var isEndless = false

  init(_ html: String) {
    bytes = Array(html.utf8)
  }

  static func tokens(_ html: String) -> [HTMLToken] {
    var scanner = HTMLScanner(html)
    var tokens: [HTMLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }

  mutating func next() -> HTMLToken? {
    guard index < bytes.count else { return nil }
    if let name = rawElement {
      rawElement = nil
      let end = find("</\(name)", from: index) ?? bytes.count
      if end > index { return .other(take(to: end)) }
    }
    if bytes[index] == UInt8(ascii: "<") {
      if let token = tag() { return token }
      // A tag that never ends takes the rest along, as in browsers; and nothing is read twice.
      if isEndless { return .text(take(to: bytes.count)) }
    }
    var end = index + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "<") { end += 1 }
    return .text(take(to: end))
  }

  private mutating func tag() -> HTMLToken? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "!"):
      if hasPrefix("<!--", at: index) {
        return .other(take(to: find("-->", from: index + 4).map { $0 + 3 } ?? bytes.count))
      }
      return .other(take(to: find(">", from: index).map { $0 + 1 } ?? bytes.count))
    case UInt8(ascii: "/"):
      guard let close = find(">", from: index) else { return endless() }
      let name = String(decoding: bytes[(index + 2)..<close], as: UTF8.self).lowercased()
      return .end(name: name.trimmed(), raw: take(to: close + 1))
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return start()
    default: return nil
    }
  }

  private mutating func endless() -> HTMLToken? {
    isEndless = true
    return nil
  }

  private mutating func start() -> HTMLToken? {
    var position = index + 1
    func text(_ from: Int) -> String { String(decoding: bytes[from..<position], as: UTF8.self) }
    func skipBlanks() {
      while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    }
    while position < bytes.count, !isBlank(bytes[position]), bytes[position] != 0x3E,
      bytes[position] != 0x2F
    {
      position += 1
    }
    let name = text(index + 1).lowercased()
    var attributes: [HTMLToken.Attribute] = []
    while true {
      skipBlanks()
      guard position < bytes.count else { return endless() }
      if bytes[position] == 0x3E { break }
      if bytes[position] == 0x2F {
        position += 1
        continue
      }
      let from = position
      position += 1
      while position < bytes.count, !isBlank(bytes[position]), bytes[position] != 0x3D,
        bytes[position] != 0x3E, bytes[position] != 0x2F
      {
        position += 1
      }
      let key = text(from).lowercased()
      skipBlanks()
      guard position < bytes.count, bytes[position] == 0x3D else {
        attributes.append(HTMLToken.Attribute(name: key, value: nil))
        continue
      }
      position += 1
      skipBlanks()
      guard position < bytes.count else { return endless() }
      let quote = bytes[position]
      if quote == 0x22 || quote == 0x27 {
        position += 1
        let valueStart = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        guard position < bytes.count else { return endless() }
        attributes.append(HTMLToken.Attribute(name: key, value: text(valueStart)))
        position += 1
      } else {
        let valueStart = position
        while position < bytes.count, !isBlank(bytes[position]), bytes[position] != 0x3E {
          position += 1
        }
        attributes.append(HTMLToken.Attribute(name: key, value: text(valueStart)))
      }
    }
    if name == "style" || name == "script" { rawElement = name }
    return .start(name: name, attributes: attributes, raw: take(to: position + 1))
  }

  private mutating func take(to end: Int) -> String {
    defer { index = end }
    return String(decoding: bytes[index..<end], as: UTF8.self)
  }

  private func hasPrefix(_ text: String, at start: Int) -> Bool {
    bytes[start...].starts(with: text.utf8)
  }

  /// Where a text stands next, large and small letters alike.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = text.lowercased().utf8.map { $0 }
    guard bytes.count >= wanted.count, start <= bytes.count - wanted.count else { return nil }
    for position in start...(bytes.count - wanted.count) where bytes[position] == wanted[0] {
      let isThere = wanted.indices.allSatisfy { offset in
        let byte = bytes[position + offset]
        return byte == wanted[offset]
          || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted[offset])
      }
      if isThere { return position }
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
