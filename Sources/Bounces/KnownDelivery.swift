package import Mail

/// What the ledger knows of a delivery that a report may be about.
package struct KnownDelivery: Hashable, Sendable {
  package let id: Int64
  /// The envelope's recipient.
  package let recipient: EmailAddress
  /// When it was handed over, in seconds since 1970.
  package let sent: Int64

  package init(id: Int64, recipient: EmailAddress, sent: Int64) {
    self.id = id
    self.recipient = recipient
    self.sent = sent
  }
}
