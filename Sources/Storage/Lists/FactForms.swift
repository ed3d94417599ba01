import Contacts
import Mail

/// Turns a contact's columns into what rules ask for; remembers the few texts that most rows share.
struct FactForms: Sendable {
  private static let most = 10_000

  private let members: [Member]
  private let readsNames: Bool
  private var memberNames: [String: MemberNames] = [:]
  private var roles: [String: [Role]] = [:]
  private var languages: [String: Language?] = [:]

  init(members: [Member], readsNames: Bool) {
    self.members = members
    self.readsNames = readsNames
  }

  mutating func facts(
    name: String, roles: String, member: String?, language: String?, lists: [String]
  ) -> ContactFacts {
    ContactFacts(
      name: readsNames ? name : "", roles: roles.isEmpty ? [] : read(roles),
      member: member.map { names(of: $0) }, language: language.flatMap { read(language: $0) },
      lists: lists)
  }

  private mutating func names(of written: String) -> MemberNames {
    if let known = memberNames[written] { return known }
    let made = MemberNames(written: written, members: members)
    if memberNames.count >= Self.most { memberNames.removeAll() }
    memberNames[written] = made
    return made
  }

  private mutating func read(_ cell: String) -> [Role] {
    if let known = roles[cell] { return known }
    let made = Role.list(in: cell)
    if roles.count >= Self.most { roles.removeAll() }
    roles[cell] = made
    return made
  }

  private mutating func read(language tag: String) -> Language? {
    if let known = languages[tag] { return known }
    let made = Language(tag)
    if languages.count >= Self.most { languages.removeAll() }
    languages[tag] = made
    return made
  }
}
