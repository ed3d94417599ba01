package import Mail

/// One row of a contact list, read but not judged as a whole.
package struct ContactRow: Hashable, Sendable {
  package var line: Int
  package var name: String
  /// The address cells as written.
  package var written: String
  package var addresses: [CellAddress]
  /// The language cell as written, and what it means.
  package var languageText: String
  package var language: Language?
  package var member: String?
  package var roles: [Role]
  package var notes: [Note]
}
