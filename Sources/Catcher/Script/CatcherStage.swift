/// A place in the SMTP conversation where a script can act.
package enum CatcherStage: String, CaseIterable, Codable, Sendable {
  /// Right after the connection, instead of the 220.
  case greeting
  /// The reply to EHLO or HELO.
  case helo
  /// The reply to MAIL.
  case mail
  /// The reply to RCPT.
  case rcpt
  /// The reply to DATA, instead of the 354.
  case data
  /// While the text of the message arrives.
  case body
  /// The reply after the final dot.
  case dot

  /// Whether a recipient is known here.
  var knowsRecipient: Bool { [.rcpt, .data, .body, .dot].contains(self) }

  /// Whether a sender is known here.
  var knowsSender: Bool { self != .greeting && self != .helo }

  /// Whether the server answers something here.
  var replies: Bool { self != .body }
}
