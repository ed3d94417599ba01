package import Mail

/// What a proven report does, beside its line in the log.
package struct BounceEffect: Sendable, Hashable {
  /// The word shown in the column `report` of the delivery.
  package var mark: String?
  /// A letter in doubt was sent after all: a report tells of it.
  package var settlesDoubt: Bool
  /// Take the contact out of further mailings, with the reason.
  package var suspend: String?
  /// Never mail this mailbox again, with the reason.
  package var suppress: String?
  package var mailbox: MailboxKey?

  package init(
    mark: String? = nil, settlesDoubt: Bool = false, suspend: String? = nil,
    suppress: String? = nil, mailbox: MailboxKey? = nil
  ) {
    self.mark = mark
    self.settlesDoubt = settlesDoubt
    self.suspend = suspend
    self.suppress = suppress
    self.mailbox = mailbox
  }
}
