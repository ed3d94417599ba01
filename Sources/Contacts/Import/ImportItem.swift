/// One consequence of an import, with where it comes from in the file.
package struct ImportItem: Hashable, Sendable {
  /// What there is to tell besides the name.
  package enum Detail: Hashable, Sendable {
    /// Nothing: who is missing from the file.
    case none
    /// On the list from now on; known before where `isKnown`.
    case added(isKnown: Bool)
    case changed([FieldChange])
    case leftAlone(LeftAlone)
    case conflict(FieldConflict)
    /// An earlier line of the file says something else, which stands.
    case contradiction(field: ContactField, says: String, stands: String, firstLine: Int?)
  }

  /// The line of the file; 0 where it is not in the file.
  package var line: Int
  package var name: String
  package var address: String
  package var detail: Detail

  package init(line: Int, name: String, address: String, detail: Detail = .none) {
    self.line = line
    self.name = name
    self.address = address
    self.detail = detail
  }
}
