/// Reads any bytes as a message (RFC 5322, RFC 2046): never fails, in linear time, within limits.
package struct MessageParser: Sendable {
  private let limits: ReadingLimits
  private var partsLeft: Int

  private init(limits: ReadingLimits) {
    self.limits = limits
    partsLeft = limits.parts
  }

  /// Takes a message apart; bytes beyond the limit are left out and `isCut` says so.
  package static func parse(
    _ bytes: [UInt8], limits: ReadingLimits = .standard
  ) -> ReceivedPart {
    var parser = Self(limits: limits)
    var source = bytes[...]
    let isCut = source.count > limits.bytes
    source = withLineFeeds(source.prefix(limits.bytes))
    while let first = source.first, first.isBlank { source.removeFirst() }
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { source.removeFirst(3) }
    var root = parser.part(source, depth: 0)
    root.isCut = root.isCut || isCut
    return root
  }

  /// Old systems end lines with CR alone; only where there is no LF at all.
  private static func withLineFeeds(_ bytes: ByteSlice) -> ByteSlice {
    guard bytes.position(of: 0x0A, from: bytes.startIndex) == nil, bytes.contains(0x0D) else {
      return bytes
    }
    return bytes.map { $0 == 0x0D ? 0x0A : $0 }[...]
  }

  private mutating func part(
    _ bytes: ByteSlice, depth: Int, defaultType: String = "text/plain"
  ) -> ReceivedPart {
    let (headers, bodyStart) = ReceivedHeaders.parse(bytes, limits: limits)
    let field = headers.field("Content-Type")
    let contentType = field.map { StructuredValue($0.rawValue) }
    let told = contentType?.value ?? defaultType
    var part = ReceivedPart(
      headers: headers, mediaType: told.contains("/") ? told : defaultType,
      contentType: contentType, rawBody: bytes[bodyStart...], children: [], isCut: false)
    if part.isMultipart {
      addChildren(to: &part, depth: depth)
    } else if Self.holdsMessage(part.mediaType) {
      addMessage(to: &part, depth: depth)
    }
    return part
  }

  private static func holdsMessage(_ type: String) -> Bool {
    switch type {
    case "message/rfc822", "message/global", "message/news", "text/rfc822", "text/rfc822-headers",
      "text/rfc822-header", "message/rfc822-headers", "message/global-headers", "message/partial":
      true
    default: false
    }
  }

  private mutating func addMessage(to part: inout ReceivedPart, depth: Int) {
    guard depth < limits.depth, partsLeft > 0 else {
      part.isCut = true
      return
    }
    partsLeft -= 1
    var body = part.body
    while let first = body.first, first.isBlank { body.removeFirst() }
    part.children = [self.part(body, depth: depth + 1)]
  }

  private mutating func addChildren(to part: inout ReceivedPart, depth: Int) {
    guard depth < limits.depth else {
      part.isCut = true
      return
    }
    let body = part.rawBody
    let told = part.contentType?.raw("boundary") ?? []
    var pieces = told.isEmpty ? [] : BoundaryCutter.cut(body, boundary: told)
    if pieces.isEmpty, let guess = BoundaryCutter.guess(body) {
      pieces = BoundaryCutter.cut(body, boundary: guess)
    }
    let type = part.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
    for piece in pieces {
      guard partsLeft > 0 else {
        part.isCut = true
        return
      }
      partsLeft -= 1
      part.children.append(self.part(piece, depth: depth + 1, defaultType: type))
    }
  }
}
