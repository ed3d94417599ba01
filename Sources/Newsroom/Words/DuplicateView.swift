import Contacts
import Mail
import Storage

/// What `contacts duplicates` tells: groups, each with the contact to keep, and the command.
package struct DuplicateView: Sendable {
  private let groups: [DuplicateDesk.Group]

  package init(_ groups: [DuplicateDesk.Group]) {
    self.groups = groups
  }

  /// The first five groups unless `all` is asked for.
  package func text(all: Bool) -> String {
    guard !groups.isEmpty else { return "No two contacts seem to be one person." }
    let count =
      groups.count == 1 ? "One group of contacts seems" : "\(groups.count) groups of contacts seem"
    var lines = ["\(count) to be one person each. Nothing was changed."]
    let shown = all ? groups[...] : groups.prefix(5)
    for group in shown { lines += [""] + self.lines(group) }
    if shown.count < groups.count {
      lines += ["", "  and \(groups.count - shown.count) more (--all)"]
    }
    return lines.joined(separator: "\n")
  }

  private func lines(_ group: DuplicateDesk.Group) -> [String] {
    var columns = Columns()
    for contact in group.contacts {
      columns.add(
        contact.id == group.keeper ? "keep" : "", VisibleText.of(contact.name), contact.address,
        VisibleText.of(contact.member ?? ""))
    }
    // Where several share a mailbox, only the name tells which is meant.
    let isShared = Set(group.contacts.map(\.mailbox)).count < group.contacts.count
    let named = { (contact: ContactRecord) in
      isShared && !contact.name.isEmpty
        ? "\"\(VisibleText.of(contact.name)) <\(contact.address)>\"" : contact.address
    }
    let keeper = group.contacts.first { $0.id == group.keeper }.map(named) ?? ""
    let others = group.contacts.filter { $0.id != group.keeper }.map(named)
    let kind =
      group.kind == .person
      ? "The same name and member"
      : isShared ? "One mailbox, two names" : "One mailbox by the rules of its provider"
    let why = group.reasons.map(Self.words).joined(separator: ", ")
    return ["  \(kind); the one to keep \(why):"] + [columns.text]
      + ["  solstice contacts merge \(keeper) \(others.joined(separator: " "))"]
  }

  private static func words(_ reason: KeeperChoice.Reason) -> String {
    switch reason {
    case .proof: "is known to get mail"
    case .newer: "is newer"
    case .fuller: "says more"
    case .noOffice: "is no office's mailbox"
    case .ownDomain: "is not at a private provider"
    case .first: "came first"
    }
  }

  package var json: String {
    groups.map { group in
      let contacts = group.contacts.map { JSONText.string($0.address) }.joined(separator: ",")
      let keeper = group.contacts.first { $0.id == group.keeper }?.address
      return "{\(JSONText.field("kind", group.kind.rawValue)),\(JSONText.field("keep", keeper)),"
        + "\"contacts\":[\(contacts)]}"
    }.joined(separator: "\n")
  }
}
