/// What went wrong with an inbox, where, and what to do.
package struct InboxError: Error, Hashable, Sendable, CustomStringConvertible {
  package let place: String
  package let reason: String

  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  package var description: String { "inbox \(place): \(reason)" }
}
