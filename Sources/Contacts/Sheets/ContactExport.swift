import Mail

/// Writes contacts as a list that spreadsheets open and `ContactSheet` reads back unchanged.
package enum ContactExport {
  package static let columns = ["name", "email", "language", "member", "role"]

  /// One row per contact; every note column gets its own, in the order of first appearance.
  package static func csv(_ contacts: [Contact]) -> [UInt8] {
    var extra: [String] = []
    var seen: Set<String> = []
    for note in contacts.lazy.flatMap(\.notes) where seen.insert(note.column).inserted {
      extra.append(note.column)
    }
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
}
