package import Mail

/// Where an edition's pages are, on the web and beside each other.
package struct EditionLinks: Hashable, Sendable {
  package let folder: String?
  let standard: Language

  package init(period: Period, publication: Publication) {
    standard = publication.standardLanguage
    if let site = publication.siteURL, case .web(let url) = LinkTarget(site) {
      folder = "\(url)\(url.hasSuffix("/") ? "" : "/")editions/\(period)/"
    } else {
      folder = nil
    }
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
