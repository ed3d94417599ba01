package import Mail

/// A member network as `members/KEY.md` describes it, in all its languages.
package struct MemberEntry: Hashable, Sendable {
  /// What one language's file says.
  package struct Text: Hashable, Sendable {
    package let language: Language
    package let file: String
    package let name: String
    /// What it does, one line each.
    package let activities: [String]
    package let body: MarkdownDocument
    /// The text below the head, as written.
    package let bodyText: String
  }

  /// The file's name without language and ending: `kgpn`.
  package let key: String
  /// What lists and items call it: `KGPN`.
  package let short: String
  package let country: String
  package let languages: [String]
  package let site: String?
  package let original: Text
  package var translations: [Language: Text]

  /// The text in the first of the languages that it exists in, else as it was written.
  package func text(in order: [Language]) -> Text {
    order.lazy.compactMap { language in
      language == original.language ? original : translations[language]
    }.first ?? original
  }

  /// Whether an item that writes `word` means this member.
  package func isMeant(by word: String) -> Bool {
    let word = word.lowercased()
    return word == key.lowercased() || word == short.lowercased()
  }
}
