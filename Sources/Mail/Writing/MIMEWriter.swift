/// Writes a tree of parts as the segments of a prepared message.
///
/// Boundaries come from the content, so the same letter is the same bytes every time; `=_` in them
/// can stand in neither base64 nor quoted-printable (RFC 2045 section 6.7).
package struct MIMEWriter {
  package private(set) var segments: [PreparedMessage.Segment] = []
  private var open: [UInt8] = []

  package init() {}

  /// Appends fixed bytes, which must have CRLF line ends already.
  package mutating func append(_ text: String) {
    open.append(contentsOf: text.utf8)
  }

  /// Appends a header; the body must be encoded and folded.
  package mutating func header(_ name: String, _ body: String) {
    append("\(name): \(body)\r\n")
  }

  package mutating func merge(_ field: MergeField, _ encoding: MergeEncoding) {
    flush()
    segments.append(.merge(field, encoding))
  }

  /// Appends text to a header, encoded and folded; where values stand in it, all of it is encoded.
  ///
  /// Blanks beside an encoded word would come back changed where only a part of the text is one.
  package mutating func headerText(_ text: MergeText, column: Int) {
    if text.pieces.count < 2, case .text(let plain) = text.pieces.first ?? .text("") {
      append(EncodedWord.encode(plain, column: column))
      return
    }
    headerPieces(text.pieces, isFirst: true)
  }

  private mutating func headerPieces(_ pieces: [MergeText.Piece], isFirst: Bool) {
    var isFirst = isFirst
    for piece in pieces {
      switch piece {
      case .text(let text): append(EncodedWord.folded(text, isFirst: isFirst))
      case .merge(let field, let encoding): merge(field, encoding)
      case .when(let condition, let then, let otherwise):
        flush()
        var (first, second) = (MIMEWriter(), MIMEWriter())
        first.headerPieces(then, isFirst: isFirst)
        second.headerPieces(otherwise, isFirst: isFirst)
        segments.append(
          .when(
            condition, then: first.finished().segments, otherwise: second.finished().segments))
      }
      isFirst = false
    }
  }

  /// Appends a part with its headers, the blank line and its body.
  package mutating func part(_ part: MIMEPart) {
    switch part {
    case .text(let subtype, let language, let body):
      header("Content-Type", "text/\(subtype); charset=utf-8")
      if let language { header("Content-Language", language) }
      header("Content-Transfer-Encoding", "quoted-printable")
      append("\r\n")
      text(body)
    case .inline(let mediaType, let contentID, let fileName, let bytes):
      header("Content-Type", mediaType + MIMEParameter.write("name", fileName))
      header("Content-ID", "<\(contentID)>")
      header("Content-Disposition", "inline" + MIMEParameter.write("filename", fileName))
      base64(bytes)
    case .attachment(let mediaType, let fileName, let bytes):
      header("Content-Type", mediaType + MIMEParameter.write("name", fileName))
      header("Content-Disposition", "attachment" + MIMEParameter.write("filename", fileName))
      base64(bytes)
    case .multipart(let kind, let parts):
      multipart(kind, parts)
    }
  }

  package func finished() -> PreparedMessage {
    PreparedMessage(segments: open.isEmpty ? segments : segments + [.bytes(open)])
  }

  private mutating func flush() {
    guard !open.isEmpty else { return }
    segments.append(.bytes(open))
    open = []
  }

  private mutating func base64(_ bytes: [UInt8]) {
    header("Content-Transfer-Encoding", "base64")
    append("\r\n")
    open.append(contentsOf: Base64Lines.encode(bytes))
  }

  private mutating func text(_ body: MergeText) {
    for piece in body.pieces {
      switch piece {
      case .text(let text): open.append(contentsOf: QuotedPrintable.encode(text: text.utf8))
      case .merge(let field, let encoding): merge(field, encoding)
      case .when(let condition, let then, let otherwise):
        closeLine()
        flush()
        segments.append(
          .when(condition, then: Self.passage(then), otherwise: Self.passage(otherwise)))
      }
    }
  }

  /// A passage starts and ends where a line does, so that any text may stand before and after it.
  private static func passage(_ pieces: [MergeText.Piece]) -> [PreparedMessage.Segment] {
    var writer = MIMEWriter()
    writer.text(MergeText(pieces))
    writer.closeLine()
    return writer.finished().segments
  }

  /// Ends a line that is open with a soft break; a merge point or a passage leaves none open.
  private mutating func closeLine() {
    guard let last = open.last, last != 0x0A else { return }
    append("=\r\n")
  }

  private mutating func multipart(_ kind: MIMEPart.Multipart, _ parts: [MIMEPart]) {
    let written = parts.map { part in
      var writer = MIMEWriter()
      writer.part(part)
      return writer.finished().segments
    }
    let boundary = Self.boundary(kind, written)
    // RFC 2387 asks for the root's type.
    let type = kind == .related ? ";\r\n type=\"text/html\"" : ""
    header("Content-Type", "multipart/\(kind.rawValue)\(type);\r\n boundary=\"\(boundary)\"")
    append("\r\n")
    for part in written {
      append("--\(boundary)\r\n")
      for segment in part {
        if case .bytes(let bytes) = segment {
          open.append(contentsOf: bytes)
        } else {
          flush()
          segments.append(segment)
        }
      }
      append("\r\n")
    }
    append("--\(boundary)--\r\n")
  }

  private static func boundary(
    _ kind: MIMEPart.Multipart, _ parts: [[PreparedMessage.Segment]]
  ) -> String {
    var hash = ContentFingerprint()
    hash.combine(kind.rawValue.utf8)
    for segment in parts.joined() { combine(segment, into: &hash) }
    return "=_\(hash.hex)"
  }

  private static func combine(
    _ segment: PreparedMessage.Segment, into hash: inout ContentFingerprint
  ) {
    switch segment {
    case .bytes(let bytes): hash.combine(bytes)
    case .merge(let field, let encoding):
      hash.combine(field.rawValue.utf8)
      hash.combine(encoding.rawValue.utf8)
    case .when(let condition, let then, let otherwise):
      switch condition {
      case .has(let field): hash.combine(field.rawValue.utf8)
      case .isOneOf(let field, let values):
        hash.combine(field.rawValue.utf8)
        for value in values { hash.combine(value.utf8) }
      }
      for inner in then + otherwise { combine(inner, into: &hash) }
    }
  }
}
