/// A part of a message to be written (RFC 2045, RFC 2046).
package enum MIMEPart: Sendable {
  /// Text, always UTF-8 in quoted-printable, since it may hold merge points.
  case text(subtype: String, language: String?, MergeText)
  /// Bytes in base64 that the letter shows itself (`Content-ID`, RFC 2392).
  case inline(mediaType: String, contentID: String, fileName: String, [UInt8])
  /// Bytes in base64 that the reader may save.
  case attachment(mediaType: String, fileName: String, [UInt8])
  indirect case multipart(Multipart, [Self])

  package enum Multipart: String, Sendable {
    case alternative
    case related
    case mixed
  }
}
