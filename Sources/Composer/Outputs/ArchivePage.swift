package import Mail

/// Writes the page that lists all editions, newest first, with the theme's template `archive`.
package struct ArchivePage: Sendable {
  private static let template = "archive.html"

  private let theme: Theme
  private let publication: Publication

  package init(theme: Theme, publication: Publication) {
    self.theme = theme
    self.publication = publication
  }

  /// Whether the theme has a template for it.
  package var isKnown: Bool { theme.has(Self.template) }

  /// The page in one language; an edition without that language is shown in the standard one.
  package func html(
    _ editions: [ArchivedEdition], language: Language
  ) throws(ThemeError) -> String {
    guard let phrases = theme.phrases(for: language) else {
      throw ThemeError(
        theme: theme.name,
        problems: [
          SourceProblem(file: "\(theme.name)/phrases", line: 1, "there are no phrases at all")
        ])
    }
    let network = publication.names[language] ?? publication.name
    let names = ArchiveNames(publication)
    let folder = EditionLinks.archiveFolder(publication)
    let isStandard = language == publication.standardLanguage
    let others = publication.languages.filter { $0 != language }.map { other in
      ["link": names.page(other), "foreign": other.tag, "name": name(of: other)] as [String: String]
    }
    let title = "\(publication.shortName): \(phrases.text("archive"))"
    return try theme.render(
      Self.template,
      [
        "lang": language.tag, "dir": language.direction, "title": title, "network": network,
        "preheader": phrases.text("archive"), "page_styles": theme.styles.pageText(language),
        "is_page": true,
        "languages": others, "has_languages": !others.isEmpty,
        "feed_url": orFalse(folder.map { _ in names.feed(language) }),
        "page_url": orFalse(folder.map { $0 + (isStandard ? "" : names.page(language)) }),
        "site_url": orFalse(publication.siteURL), "postal": publication.postalAddress,
        "print_title": CSSText.escape("\(network) · \(phrases.text("archive"))"),
        "editions": editions.compactMap { values($0, language) }, "phrases": phrases.view,
      ])
  }

  private func values(_ edition: ArchivedEdition, _ language: Language) -> [String: Any]? {
    guard let letter = edition.letter(language, standard: publication.standardLanguage) else {
      return nil
    }
    let isForeign = letter.language != language.tag
    let base = "\(edition.period)/"
    return [
      "edition": letter.title, "issued": letter.issued, "text": letter.summary,
      "foreign": orFalse(isForeign ? letter.language : nil),
      "foreign_dir": orFalse(isForeign ? Language(letter.language)?.direction : nil),
      "web_url": base + letter.page,
      "text_url": base + letter.page.replacing(".html", with: ".txt"),
      "pdf_url": orFalse(edition.hasPDF ? "\(base)newsletter.\(letter.language).pdf" : nil),
      "letters": edition.letters.filter { $0.language != letter.language }.map { other in
        [
          "link": base + other.page, "foreign": other.language,
          "name": Language(other.language).map(name) ?? other.language,
        ]
      }, "has_letters": edition.letters.count > 1,
      "stories": letter.stories.prefix(3).map { ["title": $0.title, "foreign": $0.language] },
    ]
  }

  private func name(of language: Language) -> String {
    theme.phrases[language]?.text("language") ?? language.tag
  }
}
