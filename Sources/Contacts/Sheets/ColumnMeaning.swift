/// What a column of a contact list holds.
package enum ColumnMeaning: String, CaseIterable, Sendable {
  case name
  case givenName = "given-name"
  case familyName = "family-name"
  case address = "email"
  case language
  case member
  /// Stands for the member where no column names one.
  case country
  case role
  case notes

  /// Reads a heading in any of the networks' languages; nil for any other heading.
  package init?(heading: some StringProtocol) {
    let word = LanguageNames.normalized(heading).filter {
      !"-*?!:：\"'#<>[]【】".contains($0)
    }
    guard !word.isEmpty else { return nil }
    if let exact = Headings.meanings[word] {
      self = exact
      return
    }
    // “E-mail (office)”, “联系邮箱1”: the word for an address is telling wherever it stands.
    if Headings.addressWords.contains(where: word.contains) {
      self = .address
      return
    }
    let bare = word.filter { !$0.isNumber }
    guard bare != word, let numbered = Headings.meanings[bare] else { return nil }
    self = numbered
  }
}
