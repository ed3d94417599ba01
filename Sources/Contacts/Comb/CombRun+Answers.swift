import Mail

extension CombRun {
  /// Applies what a person said about the address; false where the entry is to be left out.
  mutating func settle(_ entry: inout CombEntry, _ row: ContactRow) -> Bool {
    guard !answers.isEmpty else { return true }
    if let choice = answers.choice(entry.line, entry.written, .address) {
      if choice == .remove {
        leaveOut(entry)
        // What was suggested may have been accepted earlier.
        if let meant = entry.verdict.suggestion.flatMap({ judge.judge($0).address }) {
          figures.takenOut.insert(meant.mailboxKey.rawValue)
        }
        return false
      }
      if let address = AnswerBook.address(entry.verdict, choice, judge) {
        entry.contact = Contact(
          name: entry.name, address: address, language: row.language, member: row.member,
          roles: row.roles, notes: row.notes)
      } else if entry.contact == nil {
        let said = WorksheetAnswer(
          place: WorksheetPlace(line: entry.line, written: entry.written, question: .address),
          choice: choice)
        unfit(
          "line \(entry.line): “\(said.stored)” can't be done, because \(entry.verdict.reason); "
            + "write the right address, or remove",
          worksheetLine: nil, code: "impossible-decision")
      }
    }
    return !isLeftOut(entry)
  }

  /// Whether a person chose another line for this one.
  private mutating func isLeftOut(_ entry: CombEntry) -> Bool {
    let said = answers.people(entry.line, entry.written)
    if said.contains(where: { $0.choice == .remove }) {
      leaveOut(entry)
      return true
    }
    guard let mailbox = entry.contact?.mailboxKey else { return false }
    // What was said in one line of a mailbox holds for those that follow.
    var stays = staying[mailbox] ?? answers.staying(entry.line, mailbox)
    for answer in said where stays == nil && answer.choice == .accept {
      stays = answer.place.other?.address.mailboxKey
    }
    guard let stays, stays != mailbox else { return false }
    staying[mailbox] = stays
    held.append(entry)
    leaveOut(entry)
    return true
  }

  private mutating func leaveOut(_ entry: CombEntry) {
    figures.removed += 1
    if let address = entry.contact?.address ?? entry.verdict.address {
      figures.takenOut.insert(address.mailboxKey.rawValue)
    }
  }

  /// What a person said about the language and the member.
  mutating func takeAnswers(_ entry: inout CombEntry) {
    guard !answers.isEmpty, let mailbox = entry.contact?.mailboxKey else { return }
    let said = answers.choice(entry.line, entry.written, .language)
    if case .language(let language) = said { entry.contact?.language = language }
    if case .language(let language) = answers.languages[mailbox] {
      entry.contact?.language = language
    }
    if case .member(let name) = answers.members[mailbox] {
      let short = members.known(name)?.short ?? name
      entry.member = short
      entry.contact?.member = short
    }
  }
}
