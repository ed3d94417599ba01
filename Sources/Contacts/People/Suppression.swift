package import FoundationEssentials

/// An address that must never be mailed; only a keyed hash of its mailbox is kept.
package struct Suppression: Hashable, Sendable {
  package enum Reason: String, CaseIterable, Codable, Sendable {
    case unsubscribed
    case complained
    case erased
  }

  /// Keyed hash of the canonical mailbox; who makes it keeps the key.
  package var hash: [UInt8]
  package var reason: Reason
  package var since: Date

  package init(hash: [UInt8], reason: Reason, since: Date) {
    self.hash = hash
    self.reason = reason
    self.since = since
  }
}
