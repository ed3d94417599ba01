import Composer
import Foundation
import Mail
import Testing

/// The workspace that the tests compose from: the repository's own theme and seeds.
enum Samples {
  /// The repository, found from this file, however the package is laid out.
  static let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func theme() throws -> Theme {
    try Theme(directory: repository.appendingPathComponent("templates/igpn"))
  }

  static func themeFiles() -> ThemeFiles {
    ThemeFiles(SourceFolder(repository.appendingPathComponent("templates/igpn")))
  }

  static func items() -> ItemReader.Result {
    ItemReader.read(directory: repository.appendingPathComponent("seeds/news"))
  }

  static func events() -> EventReader.Result {
    EventReader.read(directory: repository.appendingPathComponent("seeds/events"))
  }

  static func publication() throws -> Publication {
    var publication = Publication(
      name: "International Green Purchasing Network", shortName: "IGPN",
      sender: Mailbox(
        displayName: "IGPN Secretariat",
        address: try EmailAddress(parsing: "secretariat@igpn.example")),
      listID: "newsletter.igpn.example", listName: "IGPN newsletter",
      postalAddress: "Secretariat of the network, 1 Example Road, Beijing",
      siteURL: "https://igpn.example/", helpURL: "https://igpn.example/letter/",
      languages: [.english, .japanese, .simplifiedChinese])
    publication.places = 12
    publication.names = [
      .japanese: "国際グリーン購入ネットワーク", .simplifiedChinese: "国际绿色采购网络",
    ]
    return publication
  }

  static func compose(
    _ period: String = "2019-H1", language: Language = .english,
    change: (inout Publication) -> Void = { _ in }
  ) throws -> ComposedEdition {
    let items = items()
    let events = events()
    var publication = try publication()
    change(&publication)
    let date = period == "2019-H1" ? "2019-06-24" : "2019-12-20"
    return try Composer.compose(
      period: try Period(parsing: period), items: items.items, events: events.events,
      theme: theme(), publication: publication, language: language,
      date: try #require(CalendarDay(parsing: date)),
      problems: items.problems + events.problems)
  }
}
