/// Lines that seem to say the same twice.
package struct Duplicate: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// One mailbox: gets one letter whatever is decided.
    case mailbox = "same-mailbox"
    /// One mailbox by the rules of its provider: proposed.
    case alias = "same-mailbox-by-provider"
    /// One name and member at two mailboxes: proposed.
    case person = "same-person"
  }

  package var kind: Kind
  /// In order; the first is the one that stays.
  package var lines: [Int]
  /// The mailbox or the name.
  package var what: String
  package var member: String?
}
