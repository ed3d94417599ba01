package import Mail

/// What a rule may ask of a contact, in the forms that are compared.
package struct ContactFacts: Hashable, Sendable {
  let name: String
  let roles: Set<String>
  let member: MemberNames?
  let language: Language?
  let lists: Set<String>

  /// `lists` are those on which it is confirmed.
  package init(
    name: String = "", roles: [Role] = [], member: MemberNames? = nil, language: Language? = nil,
    lists: [String] = []
  ) {
    self.name = LanguageNames.normalized(name)
    self.roles = Set(roles.map { RuleTerm.meaning($0.word, .role) })
    self.member = member
    self.language = language
    self.lists = Set(lists.map { RuleTerm.meaning($0, .list) })
  }
}

/// Everything that an organisation is called, so that a rule may name it by any of it.
package struct MemberNames: Hashable, Sendable {
  let names: Set<String>
  let country: String

  /// Takes what a list says, and the first of the members that is meant by it.
  package init(written: String, members: [Member]) {
    var names: Set = [LanguageNames.normalized(written)]
    let member = members.first { $0.isMeant(by: written) }
    if let member { names.formUnion(member.names.map { LanguageNames.normalized($0) }) }
    names.remove("")
    self.names = names
    country = member.map { LanguageNames.normalized($0.country) } ?? ""
  }
}
