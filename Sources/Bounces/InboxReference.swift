/// Names one message in its inbox.
package struct InboxReference: Hashable, Sendable {
  /// The same for the same message at every listing: a Maildir's unique name, a digest, a UID.
  package let id: String
  /// Where it is now; meant for the inbox that made it.
  package let place: String

  package init(id: String, place: String) {
    self.id = id
    self.place = place
  }
}
