/// How a reader's value is written where it is spliced in.
package enum MergeEncoding: String, Codable, CaseIterable, Sendable {
  /// A header body that is already encoded and folded; only its line breaks are checked.
  case header
  /// Text in a header, as encoded words (RFC 2047) on lines of their own.
  case headerText
  /// Text in a quoted-printable part.
  case quotedPrintable
  /// HTML-escaped text in a quoted-printable part.
  case htmlQuotedPrintable
  /// A piece of an address (RFC 3986), percent-encoded, in a quoted-printable part.
  case urlQuotedPrintable
  /// ASCII that needs no encoding, such as a token.
  case literal
}
