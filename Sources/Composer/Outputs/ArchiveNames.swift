package import Mail

/// The names of the files in the folder of all editions.
package struct ArchiveNames: Sendable {
  private let publication: Publication

  package init(_ publication: Publication) {
    self.publication = publication
  }

  /// The feed of all languages.
  package static let feed = "feed.xml"

  /// `index.html` in the standard language, `index.ja.html` in another.
  package func page(_ language: Language) -> String {
    language == publication.standardLanguage ? "index.html" : "index.\(language).html"
  }

  /// The feed of one language; where there is only one, the feed of all.
  package func feed(_ language: Language) -> String {
    publication.languages.count > 1 ? "feed.\(language).xml" : Self.feed
  }
}
