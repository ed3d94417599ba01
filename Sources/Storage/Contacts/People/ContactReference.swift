import Contacts
import GRDB
package import Mail

/// Which contact a command means.
package enum ContactReference: Sendable, Hashable {
  case id(Int64)
  /// The one at a mailbox; where several share it, the name tells which.
  case mailbox(MailboxKey, name: String? = nil)
}

extension KnownContact {
  /// Finds the one contact that is meant, or tells why it can't be told.
  static func the(_ reference: ContactReference, list: Int64 = 0, _ db: Database) throws -> Self {
    switch reference {
    case .id(let id):
      guard let found = try with(id: id, list: list, db) else {
        throw ContactProblem.unknownAddress("\(id)")
      }
      return try found.ifItself(db)
    case .mailbox(let mailbox, let name):
      let all = try at(mailbox.rawValue, list: list, db)
      if all.isEmpty { throw ContactProblem.unknownAddress(mailbox.rawValue) }
      let own = all.filter { $0.mergedInto == nil && (name == nil || $0.values.name == name) }
      if own.isEmpty, name != nil, all.contains(where: { $0.mergedInto == nil }) {
        throw ContactProblem.severalContacts(
          mailbox.rawValue, names: all.filter { $0.mergedInto == nil }.map(\.values.name))
      }
      guard let found = own.first ?? all.first else {
        throw ContactProblem.unknownAddress(mailbox.rawValue)
      }
      if own.count > 1 {
        throw ContactProblem.severalContacts(mailbox.rawValue, names: own.map(\.values.name))
      }
      return try found.ifItself(db)
    }
  }

  private func ifItself(_ db: Database) throws -> Self {
    guard let mergedInto else { return self }
    let keeper = try Self.with(id: mergedInto, db)?.values.address ?? ""
    throw ContactProblem.merged(values.address, into: keeper)
  }
}
