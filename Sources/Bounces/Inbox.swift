/// Where reports and replies arrive.
///
/// Listing and reading change nothing. A message is moved or marked only by `settle`, which is
/// called after the message's effect is committed: after a crash in between it is read again.
package protocol Inbox: Sendable {
  /// The messages not yet settled, oldest first.
  func list() throws(InboxError) -> [InboxReference]
  /// The bytes of one, at most `limit` of them.
  func read(_ reference: InboxReference, limit: Int) throws(InboxError) -> [UInt8]
  /// Marks messages whose effect is committed; one that is gone by now is no failure.
  func settle(_ references: [InboxReference]) throws(InboxError)
}
