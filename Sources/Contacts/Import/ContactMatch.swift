/// Whom a row means, of those who are known at its mailbox.
package enum ContactMatch: Hashable, Sendable {
  /// A contact at the mailbox, as far as matching needs it.
  package struct Candidate: Hashable, Sendable {
    package var id: Int64
    package var name: String
    /// The contact that it was merged into, or that has another address since.
    package var mergedInto: Int64?
    /// Whether it has a subscription of the list, in whatever state.
    package var isOnList: Bool
    /// Whether an earlier row of the file meant it.
    package var isMet: Bool

    package init(id: Int64, name: String, mergedInto: Int64?, isOnList: Bool, isMet: Bool) {
      self.id = id
      self.name = name
      self.mergedInto = mergedInto
      self.isOnList = isOnList
      self.isMet = isMet
    }
  }

  case contact(Int64)
  case merged(Int64, into: Int64)
  /// Nobody has the name, but somebody on the list is not met yet: a later row tells whether the
  /// name is another's, or new for the same person.
  case openUntilTheEnd
  case nobody

  /// The same name counts, or that one of the two names is missing.
  ///
  /// After the last row, somebody on the list whom no row meant is taken for renamed.
  package static func choose(
    name: String, among candidates: [Candidate], isAfterTheLastRow: Bool
  ) -> Self {
    if let exact = candidates.first(where: { $0.name == name }) { return match(exact) }
    let alike = candidates.filter { $0.name.isEmpty || name.isEmpty }
    if let found = alike.first(where: { $0.mergedInto == nil }) ?? alike.first {
      return match(found)
    }
    let unmet = candidates.first { $0.mergedInto == nil && $0.isOnList && !$0.isMet }
    guard let unmet else { return .nobody }
    return isAfterTheLastRow ? .contact(unmet.id) : .openUntilTheEnd
  }

  private static func match(_ candidate: Candidate) -> Self {
    candidate.mergedInto.map { .merged(candidate.id, into: $0) } ?? .contact(candidate.id)
  }
}
