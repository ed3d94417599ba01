package import Foundation

/// Why a command about contacts can't be done; the words are made where it is told.
package enum ContactProblem: Error, Hashable, Sendable {
  case unknownAddress(String)
  /// Several contacts share the mailbox: a name must tell which.
  case severalContacts(String, names: [String])
  /// The address belongs to another contact by now.
  case merged(String, into: String)
  case unreadableAddress(String)
  /// Another contact has this address under this name.
  case addressTaken(String, name: String)
  case unknownList(String)
  /// A list by rule takes nobody by hand.
  case ruleList(String)
  /// Left the list, or every list where `list` is nil: only consent with evidence brings back.
  case hasLeft(list: String?, since: Date)
  /// Must never be mailed: only consent with evidence, and an explicit word, lifts it.
  case suppressed(reason: String, since: Date)
  /// The basis is consent, but nothing tells how it was given.
  case needsEvidence
  case unknownChange(Int64)
  case alreadyUndone(Int64, by: Int64)
  /// It would bring back somebody who left: that needs a reason.
  case needsReason
  /// A contact can't be merged into itself.
  case sameContact(String)
}
