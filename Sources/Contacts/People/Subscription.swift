package import FoundationEssentials
package import Mail

/// A contact on a list, and what shows that it wants to be there.
package struct Subscription: Hashable, Sendable {
  package enum State: String, CaseIterable, Codable, Sendable {
    /// Asked, not answered yet: no newsletter goes there.
    case pending
    case confirmed
    case left
  }

  package var contact: MailboxKey
  package var list: String
  package var state: State
  /// Why it may be mailed: `membership`, `asked`, or as the import says.
  package var basis: String
  /// Who, when, how: `lists/members.csv, line 12`, `link clicked`.
  package var evidence: String
  /// Since when the state holds.
  package var since: Date

  package init(
    contact: MailboxKey, list: String, state: State, basis: String = "membership",
    evidence: String, since: Date
  ) {
    self.contact = contact
    self.list = list
    self.state = state
    self.basis = basis
    self.evidence = evidence
    self.since = since
  }

  package var mayBeMailed: Bool { state == .confirmed }
}
