package import FoundationEssentials

/// What a row of a file does to the facts of a contact that is known already.
package struct ImportDecision: Hashable, Sendable {
  package var changes: [FieldChange] = []
  package var conflicts: [FieldConflict] = []

  /// Decides field by field: the newer statement counts, an empty cell says nothing.
  ///
  /// Of two statements of one day that from the same list counts; else what stands stays, and the
  /// difference is told. `preferFile` takes the file's word even then.
  package static func decide(
    known: ContactValues, said: ContactValues, fields: [ContactField], asOf: Date, source: String,
    preferFile: Bool, origin: (ContactField) throws -> FactOrigin
  ) rethrows -> Self {
    var decision = Self()
    for field in fields {
      guard let wanted = result(of: said[field], on: known[field], field) else { continue }
      let origin = try origin(field)
      let isGap = known[field].isEmpty && !origin.isStated
      let isNewer =
        asOf > origin.asOf || asOf == origin.asOf && source == origin.source && !source.isEmpty
      if isGap || isNewer || preferFile {
        decision.changes.append(FieldChange(field: field, from: known[field], to: wanted))
      } else if !isSpelling(field) {
        decision.conflicts.append(
          FieldConflict(
            field: field, file: said[field], stands: known[field], since: origin.asOf,
            source: origin.source))
      }
    }
    return decision
  }

  /// What a field becomes by a statement; nil where nothing differs.
  package static func result(
    of said: String, on known: String, _ field: ContactField
  ) -> String? {
    if said.isEmpty || said == known { return nil }
    switch field {
    case .roles:
      return Set(said.split(separator: ";")) == Set(known.split(separator: ";")) ? nil : said
    case .notes:
      let joined = NoteLines.merging(said, over: known)
      return joined == known ? nil : joined
    case .name, .address, .language, .member:
      return said
    }
  }

  /// Two spellings of one mailbox are no contradiction that a person must settle.
  package static func isSpelling(_ field: ContactField) -> Bool { field == .address }
}
