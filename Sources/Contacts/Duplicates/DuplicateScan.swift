package import Mail

/// Finds contacts of the database that seem to be one person, in one pass over all of them.
///
/// A million contacts take about forty megabytes: hashes and numbers are kept, no texts. Groups hold
/// numbers only; who shows them loads those few contacts and asks `KeeperChoice`.
package struct DuplicateScan: Sendable {
  private var seen = CompactTable<Int64>(filler: 0)
  private var groups: [UInt64: DuplicateGroup] = [:]
  private var order: [UInt64] = []

  package init() {}

  /// Takes one contact; those that have left, or are merged into others, are for the caller to
  /// leave out.
  package mutating func add(id: Int64, name: String, address: EmailAddress, member: String?) {
    // Without rules of its own a mailbox is one contact anyway.
    if MailboxAliases.cover(address.domain) {
      note(id, TextHash.of(0, MailboxAliases.key(of: address).rawValue), .alias)
    }
    guard let member, !member.isEmpty else { return }
    let key = PersonName.key(name)
    guard !key.isEmpty else { return }
    note(id, TextHash.of(1, key, LanguageNames.normalized(member)), .person)
  }

  /// The groups of two and more, in the order in which their first repetition came.
  ///
  /// Who shares a mailbox by its provider's rules is not shown as the same person once more.
  package var found: [DuplicateGroup] {
    let all = order.compactMap { groups[$0] }
    var aliased: [Int64: Int64] = [:]
    for group in all where group.kind == .alias {
      for id in group.ids { aliased[id] = group.ids.first }
    }
    return all.filter { group in
      guard group.kind == .person, let first = group.ids.first, let mailbox = aliased[first] else {
        return true
      }
      return !group.ids.allSatisfy { aliased[$0] == mailbox }
    }
  }

  private mutating func note(_ id: Int64, _ hash: UInt64, _ kind: DuplicateGroup.Kind) {
    guard let first = seen[hash] else {
      seen[hash] = id
      return
    }
    guard first != id else { return }
    if groups[hash] == nil {
      order.append(hash)
      groups[hash] = DuplicateGroup(kind: kind, ids: [first])
    }
    groups[hash]?.ids.append(id)
  }
}

/// Contacts that seem to be one person: numbers of the database, in the order of the pass.
package struct DuplicateGroup: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// One mailbox by the rules of its provider.
    case alias = "same-mailbox-by-provider"
    /// One name and member at several mailboxes.
    case person = "same-person"
  }

  package var kind: Kind
  package var ids: [Int64]
}
