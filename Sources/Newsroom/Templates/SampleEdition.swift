package import Composer
package import Foundation
package import Mail

/// Editions to try a theme with, whatever news there is: the sample's, one item, and fifty.
package struct SampleEdition: Sendable {
  package enum Length: String, Sendable, CaseIterable {
    /// The half-year's letter that comes with the program.
    case usual
    case one
    case fifty
  }

  private let share: URL

  package init(share: URL) {
    self.share = share
  }

  /// Composes a sample in the given languages with a theme.
  package func compose(
    _ length: Length, theme: Theme, publication: Publication, languages: [Language]
  ) throws(Problem) -> [ComposedEdition] {
    var publication = publication
    publication.languages = languages
    publication.siteURL = publication.siteURL ?? "https://www.example.org/"
    let items = items(length)
    let events =
      length == .one
      ? [] : EventReader.read(directory: share.appending(path: "seeds/events")).events
    guard !items.isEmpty else {
      throw Problem(
        .missingInput, "The samples in \(Files.path(share))seeds/news are missing or unreadable.")
    }
    do {
      return try Composer.composeAll(
        period: Period(parsing: "2019-H1"), items: items, events: events, theme: theme,
        publication: publication,
        date: Period(parsing: "2019-H1").lastDay)
    } catch {
      throw Problem(.badData, "\(error)")
    }
  }

  private func items(_ length: Length) -> [Item] {
    let folder = share.appending(path: "seeds/news", directoryHint: .isDirectory)
    switch length {
    case .usual: return ItemReader.read(directory: folder).items
    case .one: return ItemReader.read(files: [Self.file(0, isAlone: true)]).items
    case .fifty:
      let pictures = SourceFolder(folder)
      return ItemReader.read(
        files: (0..<50).map { Self.file($0, isAlone: false) }, picture: pictures.read
      ).items
    }
  }

  /// An item out of a fixed stock of words; long and short, with and without a picture.
  private static func file(_ number: Int, isAlone: Bool) -> SourceFile {
    let title = titles[number % titles.count]
    let day = CalendarDay(year: 2019, month: 1 + number % 6, day: 1 + number % 28)
    var head = [
      "title: \(title)\(number < titles.count ? "" : ", part \(1 + number / titles.count)")",
      "date: \(day?.description ?? "2019-01-01")",
      "summary: \(summaries[number % summaries.count])",
      "section: \(sections[number % sections.count])", "link: https://www.example.org/\(number)",
    ]
    if number % 3 == 1 { head.append("place: Bangkok") }
    if number % 10 == 9 { head.append("member: \(members[number / 10 % members.count])") }
    if !isAlone, number % 4 == 0 {
      head += ["image: images/hills.png", "alt: Green hills with wind turbines"]
    }
    let body = Array(repeating: paragraph, count: 1 + number % 3).joined(separator: "\n\n")
    let text = "---\n\(head.joined(separator: "\n"))\n---\n\n\(body)\n"
    return SourceFile(
      path: "2019/\(day?.description ?? "2019-01-01")-item-\(number).md", bytes: Array(text.utf8))
  }

  private static let sections = ["policy", "network", "practice"]
  private static let members = ["KGPN", "GPNM", "TGPN", "VNGPN", "GPN"]
  private static let titles = [
    "The ministry publishes its guide to public purchasing",
    "A city buys only recycled paper", "Twelve schools change their lamps",
    "Council agrees on the work plan",
    "What a year of green tenders has taught the purchasers of a province with nine million people",
    "New criteria for office furniture", "Workshop on life-cycle costs",
  ]
  private static let summaries = [
    "The rules take effect in July, and every department has named a person who answers questions.",
    "Prices fell by four per cent.",
    "Two hundred people came, and the papers can be read on the network's pages.",
  ]
  private static let paragraph =
    "The secretariat has put the figures together and will publish them with the next report. "
    + "Members who want to add their own can write until the end of the month; a form is attached "
    + "to the [call](https://www.example.org/call)."
}
