/// How a reader's value is written where it is spliced in.
package enum MergeEncoding: String, Codable, Sendable {
  /// A header body that is already encoded and folded; only its line breaks are checked.
  case header
  /// Text in a quoted-printable part.
  case quotedPrintable
  /// HTML-escaped text in a quoted-printable part.
  case htmlQuotedPrintable
  /// ASCII that needs no encoding, such as a token.
  case literal
}
