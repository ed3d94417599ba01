import Composer
import Foundation
import Signing
import Storage

/// Writes `editions/index.html` and the feeds from what lies in `editions/` and was approved.
///
/// An edition is told of only while its folder holds the very content that was approved, so that no
/// draft is published by the way. Nothing is composed anew: the same folders and approvals give the
/// same bytes.
package struct EditionArchive: Sendable {
  /// What was written, and what not.
  package struct Outcome: Sendable, Hashable {
    /// Editions in the archive, newest first.
    package var editions: [String] = []
    package var hasFeed = false
    /// Why there is no archive or no feed; empty where all is well.
    package var remark = ""
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package func write() throws(Problem) -> Outcome {
    let editions = try approved()
    var outcome = Outcome(editions: editions.map(\.period))
    let composer = EditionComposer(office: office)
    let theme = try composer.theme()
    let publication = composer.publication()
    let names = ArchiveNames(publication)
    let page = ArchivePage(theme: theme, publication: publication)
    guard !editions.isEmpty, page.isKnown else {
      try remove(keeping: [])
      if !editions.isEmpty {
        outcome.remark =
          "The theme \(theme.name) has no archive.html.mustache, so no archive was written; "
          + "copy the one of templates/igpn."
      }
      return outcome
    }
    var written: [String: String] = [:]
    for language in publication.languages {
      do {
        written[names.page(language)] = try page.html(editions, language: language)
      } catch {
        throw Problem(.badData, "\(error)")
      }
    }
    if let feed = AtomFeed(editions, publication: publication) {
      written[ArchiveNames.feed] = feed.text()
      for language in publication.languages where publication.languages.count > 1 {
        written[names.feed(language)] = feed.text(language)
      }
      outcome.hasFeed = true
    } else {
      outcome.remark =
        "No feed was written: it needs whole addresses. Set site_url in solstice.yml."
    }
    for (name, text) in written.sorted(by: { $0.key < $1.key }) {
      try Files.write(text.utf8, to: office.workspace.editions.appending(path: name))
    }
    try remove(keeping: Set(written.keys))
    return outcome
  }

  /// Newest first, by the letter's day.
  private func approved() throws(Problem) -> [ArchivedEdition] {
    let approvals = try attempt { try ApprovedContents(database: office.database).editions() }
    var found: [ArchivedEdition] = []
    for (name, contents) in approvals {
      let folder = office.workspace.editions.appending(path: name)
      guard let record = EditionRecord.read(folder), var edition = record.archived,
        let approval = contents.first(where: {
          ContentHash.hex(Array($0.key)) == record.contentHash
        })
      else { continue }
      edition.approved = Self.moment(approval.value)
      found.append(edition)
    }
    return found.sorted { ($0.date, $0.period) > ($1.date, $1.period) }
  }

  /// Pages and feeds of languages that are no more.
  private func remove(keeping names: Set<String>) throws(Problem) {
    let folder = office.workspace.editions
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Files.path(folder))) ?? []
    for file in files where !names.contains(file) {
      let isPage = file.hasPrefix("index.") && file.hasSuffix(".html")
      let isFeed = file.hasPrefix("feed.") && file.hasSuffix(".xml")
      guard isPage || isFeed else { continue }
      try attempt { try FileManager.default.removeItem(at: folder.appending(path: file)) }
    }
  }

  static func moment(_ date: Date) -> String {
    date.formatted(.iso8601)
  }
}
