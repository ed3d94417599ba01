package import Mail

/// What a report says of one recipient.
package struct RecipientReport: Hashable, Sendable {
  /// The failed address as the report writes it; nil where it names none.
  package let recipient: String?
  /// The address that was written to, where the report tells it apart (Original-Recipient).
  package let original: String?
  package let kind: ReportKind
  /// For bounces and delays only.
  package let permanence: Permanence?
  package let status: EnhancedStatus?
  /// For bounces and delays only.
  package let reason: FailureReason?
  /// The server's words in one line of at most 500 characters.
  package let diagnosis: String
  package let toldBy: ReportStage

  /// The address in canonical form, where it is one.
  package var address: EmailAddress? {
    recipient.flatMap { try? EmailAddress(parsing: $0, policy: .permissive) }
  }
}
