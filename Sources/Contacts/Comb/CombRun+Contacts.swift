import Mail

extension CombRun {
  /// The first row of a mailbox.
  mutating func takeFirst(
    _ entry: CombEntry, _ contact: Contact, _ row: ContactRow, _ hash: UInt64
  ) throws {
    figures.mailable += 1
    let isRemembered = mailboxes.count < options.remembered
    if isRemembered {
      mailboxes[hash] = MailboxNote(
        line: UInt32(clamping: entry.line), language: languages.number(contact.language?.tag),
        member: members.number(contact.member))
    } else if beyond == nil {
      beyond = entry.line
    }
    let address = contact.address
    if RoleAccounts.contains(address) { count(.offices, 1, address.description) }
    if options.isDisposable(address.domain) { count(.disposable, 1, address.description) }
    if contact.member == nil {
      if isRemembered { memberless.append(hash) }
      count(.noMember, 1, Self.who(contact))
    }
    guard isRemembered else {
      if contact.language == nil { count(.noLanguage, 1, Self.who(contact)) }
      return
    }
    var handle: UInt32?
    if contact.language == nil,
      answers.choice(entry.line, entry.written, .language) != .keep
    {
      handle = store(entry, contact, named: true)
      if let handle {
        speechless.append(Speechless(mailbox: hash, row: handle))
        if !row.languageText.isEmpty, unknownLanguages.count < 10_000 {
          unknownLanguages[handle] = VisibleText.of(row.languageText)
        }
      }
    }
    try comparePeople(entry, contact, handle)
  }

  /// One more row of a mailbox: gets no letter of its own; it may know more, or something else.
  mutating func takeRepetition(
    _ entry: CombEntry, _ contact: Contact, _ note: MailboxNote, _ hash: UInt64
  ) throws {
    countDuplicate(
      contact.member,
      "lines \(note.line), \(entry.line): "
        + "\(VisibleText.of(contact.address.description)) (same mailbox, one letter)")
    let language = languages.number(contact.language?.tag)
    let member = members.number(contact.member)
    var filled = note
    if note.language == 0 { filled.language = language }
    if note.member == 0 { filled.member = member }
    if filled.language != note.language || filled.member != note.member {
      mailboxes[hash] = filled
    }
    if note.language != 0, language != 0, note.language != language,
      answers.languages[contact.mailboxKey] == nil
    {
      try askContradiction(
        entry, .contradictingLanguage, line: Int(note.line),
        (table.language(languages[note.language]), table.language(languages[language])),
        told: "\(languages[note.language]) or \(languages[language])", type: "type_language")
    }
    if note.member != 0, member != 0, note.member != member,
      answers.members[contact.mailboxKey] == nil
    {
      try askContradiction(
        entry, .contradictingMember, line: Int(note.line),
        (members[note.member], members[member]),
        told: "\(VisibleText.of(members[note.member])) or \(VisibleText.of(members[member]))",
        type: "type_member")
    }
  }

  private mutating func askContradiction(
    _ entry: CombEntry, _ kind: WorksheetQuestion, line: Int, _ values: (String, String),
    told: String, type: String
  ) throws {
    count(.contradictions, 1, "lines \(line), \(entry.line): \(told)")
    try ask(
      .contradictions,
      WorksheetTable.Question(
        kind: kind, line: entry.line, name: entry.name, member: entry.member ?? "",
        written: entry.written,
        ask: options.phrases.filled(
          "ask_\(kind.rawValue.replacing("-", with: "_"))",
          ["line": String(line), "first": values.0, "second": values.1]),
        suggestion: values.0,
        choices: [table.may("accept", "accept"), table.may("leave", "keep"), table.may(type)]))
  }

  /// Asks in which language to write to those whom no row gives one.
  mutating func askLanguages() throws {
    for person in speechless {
      guard let note = mailboxes[person.mailbox], note.language == 0 else { continue }
      let row = rows[person.row]
      count(.noLanguage, 1, row.name.isEmpty ? row.address : VisibleText.of(row.name))
      let member = members[note.member]
      let suggestion = LanguageGuess.of(name: row.name, member: members.known(member))
      var choices = [table.may("leave", "keep"), table.may("type_language")]
      if suggestion != nil { choices.insert(table.may("accept", "accept"), at: 0) }
      let text = unknownLanguages[person.row]
      try ask(
        .languages,
        WorksheetTable.Question(
          kind: .language, line: row.line, name: row.name, member: member, written: row.written,
          ask: text.map { options.phrases.filled("ask_language_unknown", ["text": $0]) }
            ?? options.phrases["ask_language"],
          suggestion: suggestion.map { table.language($0.tag) } ?? "", choices: choices))
    }
  }

  /// Finds the member that a row means, and asks once about each that no file knows.
  mutating func findMember(of entry: inout CombEntry) throws {
    guard let text = entry.member, !members.isEmpty else { return }
    if let choice = answers.choice(entry.line, entry.written, .member) {
      answerMember(text, choice, entry)
    }
    if let short = members.answer(text) ?? members.known(text)?.short {
      entry.member = short
      entry.contact?.member = short
      return
    }
    guard members.isNew(text) else { return }
    count(.unknownMembers, 1, "line \(entry.line) “\(VisibleText.of(text))”")
    let address = entry.contact?.address ?? entry.verdict.address
    let suggestion = address.flatMap { members.at($0.domain.ascii) }
    var choices = [table.may("leave", "keep"), table.may("type_member")]
    if suggestion != nil { choices.insert(table.may("accept", "accept"), at: 0) }
    try ask(
      .members,
      WorksheetTable.Question(
        kind: .member, line: entry.line, name: entry.name, member: text, written: entry.written,
        ask: options.phrases.filled("ask_member", ["text": VisibleText.of(text)]),
        suggestion: suggestion?.short ?? "", choices: choices))
  }

  private mutating func answerMember(
    _ text: String, _ choice: WorksheetAnswer.Choice, _ entry: CombEntry
  ) {
    switch choice {
    case .keep: _ = members.isNew(text)
    case .member(let name):
      if let member = members.known(name) {
        members.answer(text, means: member.short)
      } else {
        unfit(
          "line \(entry.line): no file in members/ knows “\(VisibleText.of(name))”; write the name "
            + "as it stands there, or keep",
          worksheetLine: nil, code: "impossible-decision")
      }
    default: break
    }
  }

  /// Keeps a row for being shown later; without the name where the row that calls for it has the
  /// same one.
  mutating func store(_ entry: CombEntry, _ contact: Contact, named: Bool) -> UInt32? {
    rows.add(
      RowStore.Row(
        line: entry.line, facts: Self.facts(contact), name: named ? entry.name : "",
        written: entry.written,
        address: contact.address.description))
  }

  mutating func countDuplicate(_ member: String?, _ example: @autoclosure () -> String) {
    count(.duplicates, 1, example())
    let member = member ?? ""
    // Beyond so many members the summary shows no more of them anyway.
    if figures.duplicatesByMember.count < 1_000 || figures.duplicatesByMember[member] != nil {
      figures.duplicatesByMember[member, default: 0] += 1
    }
  }

  /// Notes do not count: “old address?” makes no row the better one.
  static func facts(_ contact: Contact) -> Int {
    (contact.name.isEmpty ? 0 : 1) + (contact.language == nil ? 0 : 1)
      + (contact.member == nil ? 0 : 1) + contact.roles.count
  }

  private static func who(_ contact: Contact) -> String {
    contact.name.isEmpty ? contact.address.description : VisibleText.of(contact.name)
  }
}
