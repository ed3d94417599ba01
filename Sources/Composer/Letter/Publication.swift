package import Mail

/// Who publishes the letter, and what every letter of theirs says.
package struct Publication: Hashable, Sendable {
  package var name: String
  package var shortName: String
  /// The network's name in other languages.
  package var names: [Language: String] = [:]
  package var sender: Mailbox
  package var replyTo: Mailbox?
  /// The list's identifier as a domain name (RFC 2919), such as `newsletter.igpn.example`.
  package var listID: String
  package var listName: String
  package var postalAddress: String
  /// Below it lie the web pages; without it the letter has no link to them.
  package var siteURL: String?
  package var helpURL: String?
  /// The first is the standard one, which others fall back to.
  package var languages: [Language]
  /// What a language falls back to before the standard one.
  package var fallbacks: [Language: [Language]] = [:]
  /// In how many places the members are, for the line under the title.
  package var places: Int?
  /// The order of sections; others follow in the order of their first item.
  package var sections: [String] = []
  /// Whether leaving is a web address with one click (RFC 8058); otherwise it is a mail.
  package var leavesByWeb = false
  package var hasPDF = false
  /// How pictures come to the reader.
  package var pictures = PictureDelivery.embedded

  package init(
    name: String, shortName: String, sender: Mailbox, replyTo: Mailbox? = nil, listID: String,
    listName: String, postalAddress: String, siteURL: String? = nil, helpURL: String? = nil,
    languages: [Language] = [.english]
  ) {
    self.name = name
    self.shortName = shortName
    self.sender = sender
    self.replyTo = replyTo
    self.listID = listID
    self.listName = listName
    self.postalAddress = postalAddress
    self.siteURL = siteURL
    self.helpURL = helpURL
    self.languages = languages
  }

  package var standardLanguage: Language { languages.first ?? .english }

  /// The languages to look for an item in, best first.
  package func order(for language: Language) -> [Language] {
    var order = [language]
    if let base = Language(language.primary) { order.append(base) }
    order += fallbacks[language] ?? []
    order.append(standardLanguage)
    var seen: Set<Language> = []
    return order.filter { seen.insert($0).inserted }
  }
}
