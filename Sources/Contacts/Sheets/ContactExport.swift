import Mail

/// Writes contacts as a list that spreadsheets open and `ContactSheet` reads back unchanged.
package enum ContactExport {
  package static let columns = ["name", "email", "language", "member", "role"]

  /// One row per contact; every note column gets its own, in the order that the contacts have them.
  package static func csv(_ contacts: [Contact]) -> [UInt8] {
    let extra = noteColumns(contacts)
    var writer = SheetWriter(columns: columns + extra)
    for contact in contacts {
      let notes = Dictionary(
        contact.notes.map { ($0.column, $0.text) }, uniquingKeysWith: { "\($0)\n\($1)" })
      writer.add(
        [
          contact.name, contact.address.description, contact.language?.tag ?? "",
          contact.member ?? "", contact.roles.map(\.word).joined(separator: "; "),
        ] + extra.map { notes[$0] ?? "" })
    }
    return writer.bytes
  }

  /// A column that first appears with a later contact stands behind its predecessor there.
  private static func noteColumns(_ contacts: [Contact]) -> [String] {
    var columns: [String] = []
    var seen: Set<String> = []
    for contact in contacts {
      var place = 0
      for note in contact.notes {
        if seen.insert(note.column).inserted {
          columns.insert(note.column, at: place)
          place += 1
        } else if let index = columns.firstIndex(of: note.column) {
          place = index + 1
        }
      }
    }
    return columns
  }
}
