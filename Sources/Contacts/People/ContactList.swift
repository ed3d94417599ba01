package import FoundationEssentials

/// A named set of contacts: those of a file, or those that a rule picks.
package struct ContactList: Hashable, Sendable {
  /// What decides who is on it.
  package enum Source: Hashable, Sendable {
    /// A spreadsheet, by its path in the workspace, and when it was last imported.
    case file(path: String, imported: Date?)
    /// Everyone who fits.
    case rule(ListRule)
  }

  package var name: String
  package var source: Source

  package init(name: String, source: Source) {
    self.name = name
    self.source = source
  }
}

/// Picks contacts by role, member and language; what is nil does not matter.
package struct ListRule: Hashable, Sendable {
  package var role: Role?
  package var member: String?
  package var language: Language?

  package init(role: Role? = nil, member: String? = nil, language: Language? = nil) {
    self.role = role
    self.member = member
    self.language = language
  }

  package func picks(_ contact: Contact) -> Bool {
    if let role, !contact.roles.contains(role) { return false }
    if let member, contact.member != member { return false }
    // “zh” picks every Chinese; “zh-Hant” only that script.
    guard let language else { return true }
    return contact.language.map { isCovered($0, by: language) } ?? false
  }

  private func isCovered(_ one: Language, by wanted: Language) -> Bool {
    guard one.primary == wanted.primary else { return false }
    return wanted.tag == wanted.primary || one.tag == wanted.tag
      || wanted.script != nil && one.script == wanted.script
  }
}
