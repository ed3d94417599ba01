package import Contacts
import Mail

/// A small list combed as a whole, with its tables in memory.
package struct CombedList: Sendable {
  package let entries: [CombEntry]
  package let figures: CombFigures
  /// Nil where nothing is asked.
  package let worksheet: [UInt8]?
  /// Nil where nothing was repaired.
  package let repairs: [UInt8]?
  /// One per mailbox, in the list's order; gaps are filled from repetitions.
  package let contacts: [Contact]

  package init(
    _ rows: some Sequence<ContactRow>, options: CombOptions, answers: [WorksheetAnswer] = [],
    remarks: [SheetRemark] = []
  ) throws {
    let spool = Spool()
    var run = CombRun(options: options, answers: answers) { section, bytes in
      spool.sections[section, default: []] += bytes
    }
    var entries: [CombEntry] = []
    for row in rows { entries += try run.take(row) }
    let end = try run.finish(remarks: remarks)
    self.entries = entries + end.late
    figures = end.figures
    let head = { (section: Worksheet.Section) in
      Worksheet.head(section, phrases: options.phrases, separator: options.separator)
    }
    let asked = Worksheet.Section.questions.flatMap { spool.sections[$0] ?? [] }
    worksheet = asked.isEmpty ? nil : head(.addresses) + asked
    repairs = spool.sections[.repairs].map { head(.repairs) + $0 }
    contacts = Self.merged(self.entries)
  }

  private final class Spool {
    var sections: [Worksheet.Section: [UInt8]] = [:]
  }

  private static func merged(_ entries: [CombEntry]) -> [Contact] {
    var contacts: [Contact] = []
    var places: [String: Int] = [:]
    for contact in entries.compactMap(\.contact) {
      if let place = places[contact.mailboxKey.rawValue] {
        contacts[place].fillGaps(from: contact)
      } else {
        places[contact.mailboxKey.rawValue] = contacts.count
        contacts.append(contact)
      }
    }
    return contacts
  }
}

extension Contact {
  /// Takes over what a second row of the same mailbox knows and this one does not.
  ///
  /// At most 64 notes and 16 roles: a list that repeats one mailbox for ever stays linear.
  fileprivate mutating func fillGaps(from other: Contact) {
    if name.isEmpty { name = other.name }
    language = language ?? other.language
    member = member ?? other.member
    for role in other.roles where roles.count < 16 && !roles.contains(role) { roles.append(role) }
    for note in other.notes where notes.count < 64 && !notes.contains(note) { notes.append(note) }
  }
}
