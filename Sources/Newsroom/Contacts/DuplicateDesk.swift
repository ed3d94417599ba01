package import Contacts
import Foundation
import Mail
package import Storage

/// Finds contacts that seem to be one person, and makes them one on command.
package struct DuplicateDesk: Sendable {
  /// Contacts that seem to be one person, with the one to keep.
  package struct Group: Sendable {
    package let kind: DuplicateGroup.Kind
    package let contacts: [ContactRecord]
    package let keeper: Int64
    package let reasons: [KeeperChoice.Reason]
  }

  private let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// All groups among those who are on some list, two passes over the contacts.
  package func groups() throws(Problem) -> [Group] {
    let store = ContactStore(database: office.database)
    let reachabilities = try Reachabilities(office)
    return try attempt {
      var scan = DuplicateScan()
      try store.each { contact in
        guard !contact.hasLeft, let address = Self.address(contact) else { return }
        scan.add(id: contact.id, name: contact.name, address: address, member: contact.member)
      }
      let found = scan.found
      let wanted = Set(found.flatMap(\.ids))
      var contacts: [Int64: ContactRecord] = [:]
      if !wanted.isEmpty {
        try store.each { if wanted.contains($0.id) { contacts[$0.id] = $0 } }
      }
      return found.compactMap { group in
        let members = group.ids.compactMap { contacts[$0] }
        let candidates = members.compactMap { Self.candidate($0, reachabilities) }
        guard let choice = KeeperChoice(among: candidates) else { return nil }
        return Group(
          kind: group.kind, contacts: members, keeper: choice.id, reasons: choice.reasons)
      }
    }
  }

  /// Makes the others one with the keeper; each is named by its address, or
  /// as `Name <address>` where several share a mailbox.
  package func merge(
    keep: String, others: [String], by: String, why: String
  ) throws(Problem) -> String {
    let keeper = try reference(keep)
    let references = try others.map { other throws(Problem) in try reference(other).reference }
    let note = ChangeNote(at: office.clock.now(), command: "contacts merge", who: by, why: why)
    let merger = try told {
      try ContactStore(database: office.database).merge(
        keep: keeper.reference, others: references, note: note)
    }
    return PersonWords.merged(keeper.address.description, merger)
  }

  private func reference(
    _ text: String
  ) throws(Problem) -> (reference: ContactReference, address: EmailAddress) {
    let (address, name) = try PersonDesk.address(text, office)
    return (.mailbox(address.mailboxKey, name: name), address)
  }

  private static func address(_ contact: ContactRecord) -> EmailAddress? {
    do {
      return try EmailAddress(parsing: contact.address, policy: .permissive)
    } catch {
      return nil
    }
  }

  private static func candidate(
    _ contact: ContactRecord, _ reachabilities: Reachabilities
  ) -> KeeperCandidate? {
    guard let address = address(contact) else { return nil }
    let facts = [
      !contact.name.isEmpty, contact.language != nil, contact.member != nil,
      !contact.roles.isEmpty, !contact.notes.isEmpty,
    ].count { $0 }
    return KeeperCandidate(
      id: contact.id, address: address, facts: facts,
      evidence: reachabilities.evidence(mailbox: contact.mailbox))
  }
}
