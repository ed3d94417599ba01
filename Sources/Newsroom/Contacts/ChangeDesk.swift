import Foundation
import Mail
package import Storage

/// The history of contacts, and taking changes back.
package struct ChangeDesk: Sendable {
  private static let erasing = "contacts erase"

  private let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// The last changes, the newest first; of one address, where one is named.
  package func sets(_ address: String?, limit: Int) throws(Problem) -> [ChangeSet] {
    let store = ChangeStore(database: office.database)
    guard let address else { return try attempt { try store.sets(limit: limit) } }
    let mailbox = try PersonDesk.address(address, office).address.mailboxKey
    return try attempt {
      let contacts = try ContactStore(database: office.database).contacts(at: mailbox)
      guard !contacts.isEmpty else {
        throw PersonWords.problem(.unknownAddress(mailbox.rawValue))
      }
      let sets = try contacts.flatMap { try store.sets(limit: limit, contact: $0.id) }
      // Two who share a mailbox may have been changed by one command.
      var seen: Set<Int64> = []
      return Array(
        sets.filter { seen.insert($0.id).inserted }.sorted { $0.id > $1.id }.prefix(limit))
    }
  }

  /// Takes one change back; the last that was not undone and is no undoing where none is named.
  package func undo(_ number: Int64?, by: String, why: String) throws(Problem) -> String {
    let store = ChangeStore(database: office.database)
    let all = try attempt { try store.sets(limit: 200) }
    let meant = all.first {
      number == nil ? $0.undoneBy == nil && $0.undoes == nil : $0.id == number
    }
    if meant?.command == Self.erasing {
      throw Problem(
        .usage,
        "Change \(meant?.id ?? 0) erased somebody; that can't be taken back. To undo an earlier one, name "
          + "its number: solstice contacts history")
    }
    guard let set = number ?? meant?.id else {
      throw Problem(.missingInput, "Nothing has been changed yet that could be undone.")
    }
    let note = ChangeNote(at: office.clock.now(), command: "contacts undo", who: by, why: why)
    let result = try told { try store.undo(set, note: note) }
    RuleFiles(office: office).follow()
    return ChangeView.undone(set, result)
  }
}
