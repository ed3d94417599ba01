package import Foundation
import GRDB

/// A contact as it is kept.
package struct ContactRecord: Sendable, Hashable {
  package let id: Int64
  package let address: String
  package let mailbox: String
  package let name: String
  package let language: String?
  package let member: String?
  package let roles: [String]
  package let notes: String
  package let suspended: Date?
  package let suspendedWhy: String?
  /// Lists with the state on each, as `members:confirmed`.
  package let lists: [String]

  init(row: Row) {
    id = row["id"]
    address = row["address"]
    mailbox = row["mailbox"]
    name = row["name"]
    language = row["language"]
    member = row["member"]
    let roles: String = row["roles"]
    self.roles = roles.split(separator: ";").map(String.init)
    notes = row["notes"]
    let suspended: Int64? = row["suspended"]
    self.suspended = suspended.map(Timestamp.date)
    suspendedWhy = row["suspended_why"]
    let lists: String? = row["lists"]
    self.lists = lists?.split(separator: ";").map(String.init).sorted() ?? []
  }

  /// Whether some list may still mail it.
  package var isSubscribed: Bool { lists.contains { $0.hasSuffix(":confirmed") } }
  package var hasLeft: Bool { !lists.isEmpty && lists.allSatisfy { $0.hasSuffix(":left") } }
}
