import Contacts
import Mail
import Storage

/// Turns what combing found into what the database keeps.
struct EntryMaker {
  let members: MemberIndex

  init(members: [Member]) {
    self.members = MemberIndex(members)
  }

  func entry(_ entry: CombEntry, _ position: Int, _ layout: SheetLayout) -> ListImport.Entry {
    let verdict = entry.verdict
    return ListImport.Entry(
      line: entry.line, position: position, written: entry.written,
      verdict: verdict.kind.rawValue, code: verdict.code, reason: verdict.reason,
      suggestion: verdict.suggestion, repairs: verdict.repairs.map(\.rawValue),
      name: entry.name, member: short(entry.member),
      person: entry.contact.map { person($0, isExport: ContactListing.wrote(layout)) })
  }

  private func person(_ contact: Contact, isExport: Bool) -> ListImport.Person {
    ListImport.Person(
      address: contact.address.description, mailbox: contact.mailboxKey.rawValue,
      name: contact.name, language: contact.language?.tag, member: short(contact.member),
      roles: contact.roles.map(\.word),
      notes: contact.notes.compactMap { note(of: $0, isExport: isExport) }
        .joined(separator: "\n"))
  }

  /// What we worked out ourselves for an export is no note of people's; its notes are as they were.
  private func note(of note: Note, isExport: Bool) -> String? {
    guard isExport else { return "\(note.column): \(note.text)" }
    if note.column == "notes" { return note.text }
    return ContactListing.computed.contains(note.column) ? nil : "\(note.column): \(note.text)"
  }

  /// The member's short name where the list means one that is known, else as written.
  private func short(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return members[text]?.short ?? text
  }
}
