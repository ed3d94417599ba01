package import Mail

/// What the room needs from a database of contacts; implementations keep one row per mailbox.
package protocol ContactStore: Sendable {
  /// Adds the contact or brings it up to date, by its mailbox.
  func save(_ contact: Contact) throws
  func contact(_ key: MailboxKey) throws -> Contact?
  /// Hands every contact out, in no order, without holding all of them.
  func forEachContact(_ body: (Contact) throws -> Void) throws

  func save(_ list: ContactList) throws
  func lists() throws -> [ContactList]

  func save(_ subscription: Subscription) throws
  func subscriptions(to list: String) throws -> [Subscription]
  func subscriptions(of contact: MailboxKey) throws -> [Subscription]

  func add(_ suppression: Suppression) throws
  func isSuppressed(hash: [UInt8]) throws -> Bool

  func record(_ event: HistoryEvent, of contact: MailboxKey) throws
  /// Oldest first.
  func history(of contact: MailboxKey) throws -> [HistoryEvent]
}
