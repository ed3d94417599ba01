package import Mail

/// Writes the editions as an Atom feed (RFC 4287), one entry for each edition and language.
///
/// The same editions give the same bytes. An entry's id is made of the list's name and the period,
/// so that it stays when the site moves.
package struct AtomFeed: Sendable {
  /// Readers of feeds need the newest; older ones are in the archive.
  private static let limit = 20

  private let folder: String
  private let publication: Publication
  private let editions: [ArchivedEdition]

  /// Takes the editions newest first; nil where the publication has no site, since a feed needs
  /// whole addresses.
  package init?(_ editions: [ArchivedEdition], publication: Publication) {
    guard let folder = EditionLinks.archiveFolder(publication) else { return nil }
    self.folder = folder
    self.publication = publication
    self.editions = Array(editions.prefix(Self.limit))
  }

  /// The feed of one language, or of all where none is named.
  package func text(_ language: Language? = nil) -> String {
    let names = ArchiveNames(publication)
    let name = language.map(names.feed) ?? ArchiveNames.feed
    let main = language ?? publication.standardLanguage
    let entries = editions.flatMap { edition in
      edition.letters.filter { language == nil || $0.language == language?.tag }
        .map { entry(edition, $0) }
    }
    let page = main == publication.standardLanguage ? "" : names.page(main)
    let updated = editions.map(Self.updated).max() ?? "1970-01-01T00:00:00Z"
    let network = publication.names[main] ?? publication.name
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(main.tag)\">",
      element("id", folder + name), element("title", publication.listName),
      element("subtitle", network), element("updated", updated),
      "<author>\(element("name", network))</author>",
      link("self", "application/atom+xml", folder + name),
      link("alternate", "text/html", folder + page, language: main.tag),
      element("generator", "Solstice"),
    ]
    lines += entries
    lines.append("</feed>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ edition: ArchivedEdition, _ letter: ArchivedEdition.Letter) -> String {
    let base = "\(folder)\(edition.period)/"
    let isStandard = letter.language == publication.standardLanguage.tag
    let page = base + (isStandard ? "" : letter.page)
    var lines = [
      "<entry xml:lang=\"\(XMLText.escape(letter.language))\">",
      element("id", id(edition, letter)), element("title", letter.title),
      element("published", Self.published(edition)), element("updated", Self.updated(edition)),
      link("alternate", "text/html", page, language: letter.language),
    ]
    if edition.hasPDF {
      let document = "\(base)newsletter.\(letter.language).pdf"
      lines.append(link("related", "application/pdf", document, language: letter.language))
    }
    lines += [
      element("summary", letter.summary), "<content type=\"xhtml\">",
      "<div xmlns=\"http://www.w3.org/1999/xhtml\">",
    ]
    for story in letter.stories {
      let language = XMLText.escape(story.language)
      lines += [
        "<h3 xml:lang=\"\(language)\" lang=\"\(language)\">"
          + "<a href=\"\(XMLText.escape(page + "#" + story.anchor))\">"
          + "\(XMLText.escape(story.title))</a></h3>", element("p", story.dateline),
        "<p xml:lang=\"\(language)\" lang=\"\(language)\">\(XMLText.escape(story.text))</p>",
      ]
    }
    return (lines + ["</div>", "</content>", "</entry>"]).joined(separator: "\n")
  }

  /// A tag (RFC 4151) of the list's domain, which outlives the site's address.
  private func id(_ edition: ArchivedEdition, _ letter: ArchivedEdition.Letter) -> String {
    "tag:\(publication.listID),\(edition.year):\(edition.period)/\(letter.language)"
  }

  private static func published(_ edition: ArchivedEdition) -> String {
    "\(edition.date)T00:00:00Z"
  }

  /// The approval, or the letter's day where the approval came before it in universal time.
  private static func updated(_ edition: ArchivedEdition) -> String {
    max(published(edition), edition.approved ?? "")
  }

  private func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(XMLText.escape(text))</\(name)>"
  }

  private func link(
    _ relation: String, _ type: String, _ address: String, language: String? = nil
  ) -> String {
    let hreflang = language.map { " hreflang=\"\(XMLText.escape($0))\"" } ?? ""
    return "<link rel=\"\(relation)\" type=\"\(type)\"\(hreflang) "
      + "href=\"\(XMLText.escape(address))\"/>"
  }
}
