import Mail

extension CombRun {
  /// Compares a contact with earlier ones that may be the same person.
  mutating func comparePeople(
    _ entry: CombEntry, _ contact: Contact, _ handle: UInt32?
  ) throws {
    var hashes: [(DuplicateGroup.Kind, UInt64)] = []
    let mayShare = MailboxAliases.cover(contact.address.domain)
    if mayShare {
      let alias = MailboxAliases.key(of: contact.address).rawValue
      hashes.append((.alias, TextHash.of(1, alias)))
    }
    if let member = contact.member {
      let name = PersonName.key(entry.name)
      if !name.isEmpty {
        hashes.append((.person, TextHash.of(2, name, LanguageNames.normalized(member))))
      }
    }
    guard !hashes.isEmpty, let handle = handle ?? store(entry, contact, named: mayShare) else {
      return
    }
    var isTold = false
    for (kind, hash) in hashes {
      guard let first = people[hash] else {
        people[hash] = handle
        continue
      }
      let other = rows[first]
      // Several addresses in one cell are several on purpose.
      guard other.line != entry.line, !other.written.isEmpty else { continue }
      if isTold { continue }
      isTold = true
      let stays = try askPerson(kind, entry, contact, other)
      if !stays { people[hash] = handle }
    }
  }

  /// Asks whether two lines are one person; gives whether the earlier one is proposed to stay.
  private mutating func askPerson(
    _ kind: DuplicateGroup.Kind, _ entry: CombEntry, _ contact: Contact, _ other: RowStore.Row
  ) throws -> Bool {
    guard let address = judge.judge(other.address).address else { return true }
    let candidates = [
      KeeperCandidate(
        id: Int64(other.line), address: address, facts: other.facts,
        evidence: options.evidence(address)),
      KeeperCandidate(
        id: Int64(entry.line), address: contact.address, facts: min(Self.facts(contact), 255),
        evidence: options.evidence(contact.address)),
    ]
    let choice = KeeperChoice(among: candidates)
    let firstStays = choice?.id != Int64(entry.line)
    // Whichever way the proposal goes now: who was told apart once is not asked about again.
    let answered =
      answers.choice(
        entry.line, entry.written, .person,
        other: WorksheetPlace.Other(line: other.line, address: address))
      ?? answers.choice(
        other.line, other.written, .person,
        other: WorksheetPlace.Other(line: entry.line, address: contact.address))
    if answered == .keep { return firstStays }
    let title = kind == .alias ? "same mailbox at this provider" : "same name and member"
    countDuplicate(
      contact.member,
      "lines \(other.line), \(entry.line): "
        + "\(VisibleText.of(kind == .alias ? address.description : entry.name)) (\(title))")
    let this = RowStore.Row(
      line: entry.line, facts: 0, name: entry.name, written: entry.written,
      address: contact.address.description)
    let (stays, goes) = firstStays ? (other, this) : (this, other)
    let alike = NearAddress.alike(address, contact.address)
    let key = kind == .alias ? "ask_alias" : alike ? "ask_person_alike" : "ask_person"
    try ask(
      .people,
      WorksheetTable.Question(
        kind: .person, line: goes.line,
        other: WorksheetPlace.Other(
          line: stays.line, address: firstStays ? address : contact.address),
        name: goes.name.isEmpty ? entry.name : goes.name, member: contact.member ?? "",
        written: goes.written,
        ask: options.phrases.filled(
          key,
          [
            "line": String(stays.line), "address": stays.address,
            "why": table.why(choice?.reasons ?? [.first]),
          ]),
        suggestion: options.phrases.filled(
          "suggest_line", ["line": String(stays.line), "address": stays.address]),
        choices: [
          table.may("merge", "accept", line: stays.line), table.may("keep_both", "keep"),
          table.may("swap", "swap", line: goes.line),
        ]))
    return firstStays
  }

  /// Entries left out in favour of a mailbox that the list does not have after all.
  mutating func returning() throws -> [CombEntry] {
    var late: [CombEntry] = []
    for entry in held {
      guard let contact = entry.contact, let stays = staying[contact.mailboxKey] else { continue }
      var mailbox = stays
      var steps = 0
      // A line may go in favour of one that itself goes in favour of a third.
      while mailboxes[TextHash.of(0, mailbox.rawValue)] == nil, let next = staying[mailbox],
        steps < 64
      {
        mailbox = next
        steps += 1
      }
      let hash = TextHash.of(0, contact.mailboxKey.rawValue)
      guard mailboxes[TextHash.of(0, mailbox.rawValue)] == nil, mailboxes[hash] == nil else {
        continue
      }
      figures.removed -= 1
      figures.takenOut.remove(contact.mailboxKey.rawValue)
      figures.mailable += 1
      mailboxes[hash] = MailboxNote(
        line: UInt32(clamping: entry.line), language: languages.number(contact.language?.tag),
        member: members.number(contact.member))
      unfit(
        "line \(entry.line): it was to go in favour of \(VisibleText.of(stays.rawValue)), which the "
          + "list does not have any more; it stays",
        worksheetLine: nil, code: "impossible-decision")
      late.append(entry)
    }
    return late
  }
}
