import Mail

/// Finds entries that mean one mailbox or one person, in one pass each.
enum DuplicateFinder {
  static func find(in entries: [CombEntry]) -> [Duplicate] {
    let usable = entries.filter { $0.contact != nil }
    let same = groups(usable, .mailbox) { $0.contact?.mailboxKey.rawValue }
    let first = usable.filter { $0.repeats == nil }
    let alias = groups(first, .alias) {
      $0.contact.map { MailboxAliases.key(of: $0.address).rawValue }
    }
    let aliased = Set(alias.flatMap(\.lines))
    let people = groups(first.filter { !aliased.contains($0.line) }, .person) { entry in
      guard let member = entry.member else { return nil }
      let name = LanguageNames.normalized(entry.name)
      return name.isEmpty ? nil : name + "\u{0}" + LanguageNames.normalized(member)
    }
    return same + alias + people
  }

  private static func groups(
    _ entries: [CombEntry], _ kind: Duplicate.Kind, by key: (CombEntry) -> String?
  ) -> [Duplicate] {
    var order: [String] = []
    var found: [String: [CombEntry]] = [:]
    for entry in entries {
      guard let key = key(entry) else { continue }
      if found[key] == nil { order.append(key) }
      found[key, default: []].append(entry)
    }
    return order.compactMap { key in
      guard let group = found[key], let first = group.first, let last = group.last,
        first.line != last.line
      else { return nil }
      let what = kind == .person ? first.name : first.contact?.address.description ?? key
      return Duplicate(kind: kind, lines: group.map(\.line), what: what, member: first.member)
    }
  }
}
