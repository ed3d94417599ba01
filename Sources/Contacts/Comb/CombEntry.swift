import Mail

/// One address of a combed list with everything its row says.
package struct CombEntry: Hashable, Sendable {
  /// The line of the file.
  package var line: Int
  package var name: String
  /// The address as written.
  package var written: String
  package var verdict: Verdict
  /// Who is meant; for `ok` and `fixed` only, and after a person's decision.
  package var contact: Contact?
  package var member: String?
  /// The first line with the same mailbox, where this is a repetition.
  package var repeats: Int?

  init(row: ContactRow, cell: CellAddress) {
    line = row.line
    let several = row.addresses.count > 1
    name = several ? cell.name ?? row.name : row.name
    written = cell.written.trimmed()
    verdict = cell.verdict
    member = row.member
    contact = cell.verdict.usable.map { address in
      Contact(
        name: name, address: address, language: row.language, member: row.member,
        roles: row.roles, notes: row.notes)
    }
  }
}
