/// A message or part that came from outside, with what it holds (RFC 2045, RFC 2046).
package struct ReceivedPart: Sendable {
  package let headers: ReceivedHeaders
  /// `type/subtype` in lower case; `text/plain` where none is told.
  package let mediaType: String
  package let contentType: StructuredValue?
  /// The body as it came, still transfer-encoded.
  package let rawBody: ByteSlice
  /// Parts of a multipart, or the one message inside a message part.
  package var children: [ReceivedPart]
  /// Whether limits cut something off.
  package var isCut: Bool

  package var isMultipart: Bool { mediaType.hasPrefix("multipart/") }
  package var isText: Bool { mediaType.hasPrefix("text/") }

  /// The body with its transfer encoding taken off.
  package var body: ByteSlice {
    guard let field = headers.field("Content-Transfer-Encoding") else { return rawBody }
    let encoding = field.rawValue.trimmed
    if encoding.starts(with: "base64") { return TransferDecoding.base64(rawBody)[...] }
    if encoding.starts(with: "quoted-printable") {
      return TransferDecoding.quotedPrintable(rawBody)[...]
    }
    return rawBody
  }

  /// The body as UTF-8 text, whichever charset it was in.
  package var utf8Body: ByteSlice { Charset.utf8(body, label: contentType?["charset"]) }

  /// Whether it is offered as a file rather than as text to read.
  package var isAttachment: Bool {
    headers.field("Content-Disposition")?.rawValue.starts(with: "attachment") ?? false
  }
}
