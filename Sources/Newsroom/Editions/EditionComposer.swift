package import Composer
package import Foundation
import Mail
import Signing

/// Composes a period's edition from the workspace's files.
package struct EditionComposer: Sendable {
  /// A composed edition, with all its languages.
  package struct Composed: Sendable {
    package let period: Period
    package let date: CalendarDay
    package let letters: [ComposedEdition]
    package let contentHash: [UInt8]
    /// Whether the letters link to a PDF.
    package let hasPDF: Bool

    var archived: ArchivedEdition {
      ArchivedEdition(
        period: period.description, date: date.description, year: period.lastDay.year,
        hasPDF: hasPDF, letters: letters.map(\.archived))
    }

    package var findings: [Finding] { letters.flatMap(\.findings) }
    package var errors: [Finding] { findings.filter { $0.level == .error } }
    /// Mistakes in the sources: what they touch is not in the letters, everything else is.
    package let sourceErrors: [SourceProblem]

    /// What to say of them once the rest is written.
    package var sourceProblem: Problem? {
      guard !sourceErrors.isEmpty else { return nil }
      return Problem(
        .badData,
        sourceErrors.map(\.description).joined(separator: "\n")
          + "\nEverything else was composed. Mend the lines above and compose again.")
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Composes without writing anything; `date` is the day the letter bears, else today.
  package func compose(
    _ period: Period, date: CalendarDay? = nil, hasPDF: Bool = false
  ) throws(Problem) -> Composed {
    let sources = Sources.read(office)
    let problems = sources.problems(for: period)
    let errors = problems.filter { $0.level == .error }
    let theme = try theme()
    let day = if let date { date } else { try office.today() }
    var publication = publication(sources.members)
    publication.hasPDF = hasPDF
    let letters: [ComposedEdition]
    do {
      letters = try Composer.composeAll(
        period: period, items: sources.items, events: sources.events, theme: theme,
        publication: publication, date: day, problems: problems, members: sources.members)
    } catch {
      throw Problem(.badData, "\(error)")
    }
    guard letters.first?.edition.allStories.isEmpty == false else {
      guard errors.isEmpty else {
        throw Problem(
          .badData,
          errors.map(\.description).joined(separator: "\n")
            + "\nNothing was composed: \(period) has no item without mistakes. Mend the lines above "
            + "and compose again.")
      }
      throw Problem(
        .missingInput,
        "No published news item is dated in \(period) (\(period.firstDay) to \(period.lastDay)). "
          + "Put items into news/, or see: solstice news list")
    }
    return Composed(
      period: period, date: day, letters: letters, contentHash: Self.hash(letters),
      hasPDF: hasPDF, sourceErrors: errors)
  }

  /// Composes and writes `editions/PERIOD/`; gives the folder.
  package func write(_ composed: Composed) throws(Problem) -> URL {
    let folder = office.workspace.editions.appending(
      path: composed.period.description, directoryHint: .isDirectory)
    try Files.makeFolder(folder)
    for letter in composed.letters {
      let tag = letter.language.tag
      try put("newsletter.\(tag).html", Array(letter.html.utf8), folder)
      try put("newsletter.\(tag).txt", Array(letter.text.utf8), folder)
      try put("newsletter.\(tag).eml", letter.sampleMessage, folder)
      try put(letter.pageName, Array(letter.page.utf8), folder)
      try put(letter.pageTextName, Array(letter.pageText.utf8), folder)
      for file in letter.usedFiles {
        let target = folder.appending(path: file.path)
        try Files.makeFolder(target.deletingLastPathComponent())
        try Files.write(file.bytes, to: target)
      }
    }
    try put("checks.json", Array(try attempt { try ChecksFile.write(composed.letters) }), folder)
    try EditionRecord(
      period: composed.period.description, date: composed.date.description,
      contentHash: ContentHash.hex(composed.contentHash),
      languages: composed.letters.map(\.language.tag), hasPDF: composed.hasPDF,
      archived: composed.archived
    ).write(to: folder)
    return folder
  }

  private func put(_ name: String, _ bytes: [UInt8], _ folder: URL) throws(Problem) {
    try Files.write(bytes, to: folder.appending(path: name))
  }

  func theme() throws(Problem) -> Theme {
    try ThemeShelf(office).read(office.configuration.theme, namedBy: "solstice.yml")
  }

  /// The sender and the list, with what the members' files tell; news and events are not read.
  func publication() -> Publication { publication(Sources.members(office).members) }

  private func publication(_ members: [MemberEntry]) -> Publication {
    var publication = office.configuration.publication
    if publication.places == nil {
      let places = Set(members.map(\.country))
      publication.places = places.isEmpty ? nil : places.count
    }
    return publication
  }

  static func hash(_ letters: [ComposedEdition]) -> [UInt8] {
    MailingHash.of(letters.map { ($0.language.tag, $0.message) })
  }
}
