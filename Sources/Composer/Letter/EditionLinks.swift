package import Mail

/// Where an edition's pages are, on the web and beside each other.
package struct EditionLinks: Hashable, Sendable {
  package let folder: String?
  /// The folder of all editions, with the archive and the feed.
  package let archive: String?
  let standard: Language

  package init(period: Period, publication: Publication) {
    standard = publication.standardLanguage
    archive = Self.archiveFolder(publication)
    folder = archive.map { "\($0)\(period)/" }
  }

  /// Where all editions lie on the site; nil where the publication has none.
  static func archiveFolder(_ publication: Publication) -> String? {
    guard let site = publication.siteURL, case .web(let url) = LinkTarget(site) else { return nil }
    return "\(url)\(url.hasSuffix("/") ? "" : "/")editions/"
  }

  /// `index.html` in the standard language, `index.ja.html` in another.
  package func pageName(_ language: Language) -> String {
    language == standard ? "index.html" : "index.\(language).html"
  }

  func page(_ language: Language) -> String? {
    folder.map { $0 + (language == standard ? "" : pageName(language)) }
  }

  var calendar: String? { folder.map { "\($0)\(Self.calendarName)" } }

  func document(_ language: Language) -> String? {
    folder.map { "\($0)newsletter.\(language).pdf" }
  }

  package static let calendarName = "dates.ics"
}
