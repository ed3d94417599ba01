/// Which reader understood a report: the order is the order of trust.
package enum ReportStage: String, CaseIterable, Sendable, Codable {
  /// A disposition notification (RFC 8098): read or deleted, so delivered.
  case disposition
  /// A feedback report (RFC 5965).
  case arf
  /// A delivery status notification (RFC 3464, RFC 6533).
  case dsn
  /// An automatic answer (RFC 3834).
  case autoReply = "auto-reply"
  /// A reply of an SMTP server quoted in a report that follows no standard.
  case smtpText = "smtp-text"
  /// The words of a report that follows no standard.
  case prose
  /// Nobody understood it as a report.
  case none
}
