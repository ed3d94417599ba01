package import Mail

/// An organisation of the network, as `members/*.md` describes it; reachable when one of its
/// contacts is.
package struct Member: Hashable, Sendable {
  /// The file's name without its ending: `kgpn`.
  package var key: String
  package var name: String
  /// What lists call it: `KGPN`.
  package var short: String
  package var country: String
  package var languages: [Language]
  package var site: String?
  /// What it does, one line each.
  package var activities: [String]
  /// Markdown.
  package var text: String

  package init(
    key: String, name: String, short: String, country: String, languages: [Language] = [],
    site: String? = nil, activities: [String] = [], text: String = ""
  ) {
    self.key = key
    self.name = name
    self.short = short
    self.country = country
    self.languages = languages
    self.site = site
    self.activities = activities
    self.text = text
  }

  /// Whether a list that writes `text` means this member: by short name, name, key or country.
  package func isMeant(by text: some StringProtocol) -> Bool {
    let word = LanguageNames.normalized(text)
    guard !word.isEmpty else { return false }
    return names.contains { LanguageNames.normalized($0) == word }
  }

  /// What lists call it.
  var names: [String] {
    [short, name, key, country, "\(name) (\(short))", "\(short) \(country)"]
  }
}
