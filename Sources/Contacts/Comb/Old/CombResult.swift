import Mail

/// What combing a list found: every address judged, who can be mailed, what needs a person.
package struct CombResult: Hashable, Sendable {
  package let file: String
  /// How many rows the list has, headings not counted.
  package let rows: Int
  package let entries: [CombEntry]
  package let duplicates: [Duplicate]
  /// One per mailbox, in the list's order; gaps are filled from repetitions.
  package let contacts: [Contact]

  /// Judges the rows of a list; pure.
  package init(_ sheet: ContactSheet) {
    let entries = sheet.rows.flatMap { row in
      let empty = Verdict(
        kind: .bad, code: AddressProblem.empty.rawValue, reason: "there is no address")
      let none = CellAddress(written: "", name: nil, verdict: empty)
      return (row.addresses.isEmpty ? [none] : row.addresses).map {
        CombEntry(row: row, cell: $0)
      }
    }
    self.init(file: sheet.file, rows: sheet.rows.count, entries: entries)
  }

  init(file: String, rows: Int, entries: [CombEntry]) {
    var entries = entries
    var contacts: [Contact] = []
    var places: [MailboxKey: (index: Int, line: Int)] = [:]
    for index in entries.indices {
      entries[index].repeats = nil
      guard let contact = entries[index].contact else { continue }
      if let place = places[contact.mailboxKey] {
        entries[index].repeats = place.line
        contacts[place.index].fillGaps(from: contact)
      } else {
        places[contact.mailboxKey] = (contacts.count, entries[index].line)
        contacts.append(contact)
      }
    }
    self.file = file
    self.rows = rows
    self.entries = entries
    self.contacts = contacts
    duplicates = DuplicateFinder.find(in: entries)
  }

  /// Entries that a person has to decide on.
  package var undecided: [CombEntry] {
    entries.filter { $0.contact == nil && $0.verdict.kind == .suspect }
  }
  /// Entries that are no addresses.
  package var unusable: [CombEntry] {
    entries.filter { $0.contact == nil && $0.verdict.kind == .bad }
  }
  package var repaired: [CombEntry] { entries.filter { $0.verdict.kind == .fixed } }

  /// How often each repair was made, most often first.
  package var repairCounts: [(repair: Repair, count: Int)] {
    let counts = Dictionary(
      repaired.flatMap { $0.verdict.repairs.map { ($0, 1) } }, uniquingKeysWith: +)
    let order = Repair.allCases.compactMap { repair in counts[repair].map { (repair, $0) } }
    return order.sorted { $0.1 > $1.1 }.map { (repair: $0.0, count: $0.1) }
  }

  package var roleAccounts: [Contact] { contacts.filter { RoleAccounts.contains($0.address) } }
  package var withoutLanguage: [Contact] { contacts.filter { $0.language == nil } }
  package var withoutMember: [Contact] { contacts.filter { $0.member == nil } }
}
