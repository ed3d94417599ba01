import Mail

/// One condition of a rule: a key and the values of which one must fit.
struct RuleTerm: Hashable, Sendable {
  enum Key: String, CaseIterable {
    case role
    case member
    case language
    case country
    case name
    case list
  }

  let key: Key
  /// As they are printed: a role's stable word, a language's tag, else as written.
  let values: [String]
  /// What they are compared by.
  private let meanings: [String]
  private let languages: [Language]

  /// Fails on the first value that can mean nothing, with why.
  init(key: Key, written: [String]) throws(Refusal) {
    var values: [String] = []
    var meanings: [String] = []
    var languages: [Language] = []
    for (index, text) in written.enumerated() {
      let value = text.trimmed()
      guard value.utf8.count <= 100 else {
        throw Refusal(index: index, words: "a value has at most 100 octets")
      }
      let shown: String
      switch key {
      case .language:
        guard let language = Language(parsing: value) else {
          throw Refusal(
            index: index,
            words: "“\(value)” is no language that is known; write its tag, such as ja or zh-Hant")
        }
        if !languages.contains(language) { languages.append(language) }
        shown = language.tag
      case .role: shown = Role(parsing: value)?.word ?? ""
      case .member, .country, .name, .list: shown = value
      }
      let meaning = Self.meaning(shown, key)
      guard !meaning.isEmpty else {
        throw Refusal(index: index, words: "this value says nothing; name a \(key.rawValue)")
      }
      guard !meanings.contains(meaning) else { continue }
      values.append(shown)
      meanings.append(meaning)
    }
    self.key = key
    self.values = values
    self.meanings = meanings
    self.languages = languages
  }

  /// A value that can't be used, by its place among the values.
  struct Refusal: Error {
    let index: Int
    let words: String
  }

  func matches(_ facts: ContactFacts) -> Bool {
    switch key {
    case .role: meanings.contains { facts.roles.contains($0) }
    case .member: meanings.contains { facts.member?.names.contains($0) ?? false }
    case .country: meanings.contains { $0 == facts.member?.country }
    case .name: meanings.contains(facts.name)
    case .list: meanings.contains { facts.lists.contains($0) }
    case .language:
      facts.language.map { spoken in languages.contains { Self.covers($0, spoken) } } ?? false
    }
  }

  /// `zh` covers all Chinese, `zh-Hant` whatever is written so, any other tag only itself.
  private static func covers(_ wanted: Language, _ spoken: Language) -> Bool {
    if wanted == spoken { return true }
    guard wanted.primary == spoken.primary else { return false }
    if wanted.tag == wanted.primary { return true }
    return wanted.tag == "zh-\(wanted.script ?? "")" && wanted.script == spoken.script
  }

  static func meaning(_ text: String, _ key: Key) -> String {
    // A list's name is a file's name: its punctuation counts.
    key == .list ? Normalization.nfc(text).lowercased() : LanguageNames.normalized(text)
  }

  var description: String {
    let shown = values.map { RuleToken.needsQuotes($0) ? RuleToken.quoted($0) : $0 }
    return "\(key.rawValue): \(shown.joined(separator: ", "))"
  }
}
