/// Who a transaction is from and for (RFC 5321 section 2.3.1); one recipient, for one letter each.
package struct Envelope: Hashable, Sendable {
  /// Where reports go; nil is the null return path `<>`.
  package let sender: EmailAddress?
  package let recipient: EmailAddress

  package init(sender: EmailAddress?, recipient: EmailAddress) {
    self.sender = sender
    self.recipient = recipient
  }
}
