import Composer
import Foundation
import Mail

/// `news check`: reads the sources as `compose` does, and judges items as their letters would.
package struct NewsCheck: Sendable {
  package enum Subject: Sendable {
    case everything
    case period(String)
    /// Files below the workspace, as shown.
    case files([String])
  }

  /// One thing to mend or to think about.
  package struct Remark: Hashable, Sendable {
    package let place: String
    package let message: String
    package let code: String
    package let isError: Bool
  }

  package struct Report: Sendable {
    /// How many items, or files, were read.
    package let count: Int
    package let areFiles: Bool
    package let remarks: [Remark]
    /// Why the letters' checks could not be made, if so.
    package let note: String?

    package var errors: Int { remarks.count { $0.isError } }
    package var warnings: Int { remarks.count - errors }
  }

  /// What is told elsewhere: reading's own remarks, and `news list`'s "not yet in".
  private static let left: Set<String> = ["source-error", "source-warning", "translation-missing"]

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  package func check(_ subject: Subject) throws(Problem) -> Report {
    let sources = Sources.read(office)
    var items = sources.items
    var problems = sources.problems
    var chosen = items
    var count = items.count { !$0.isTranslation }
    var areFiles = false
    switch subject {
    case .everything: break
    case .period(let text):
      let period = try office.period(text)
      let relevance = ProblemRelevance(period: period, items: items)
      problems.removeAll { !relevance.touches($0.file) }
      chosen.removeAll { !period.contains($0.date) }
      count = chosen.count { !$0.isTranslation }
    case .files(let files):
      try expectSources(files)
      let names = Set(files)
      problems.removeAll { !names.contains($0.file) }
      chosen.removeAll { !names.contains($0.file) }
      count = names.count
      areFiles = true
      // Who names a draft wants to know whether it is ready.
      let ids = Set(chosen.map(\.id))
      for index in items.indices where ids.contains(items[index].id) {
        items[index].isDraft = false
      }
    }
    let found: [Finding]
    var note: String?
    do {
      found = try findings(items, chosen, sources)
    } catch {
      found = []
      note = "The items were not tried in a letter: \(error.message)"
    }
    let remarks =
      problems.map { problem in
        Remark(
          place: "\(problem.file):\(problem.line)",
          message: (problem.key.map { "\($0): " } ?? "") + problem.message,
          code: problem.level == .error ? "source-error" : "source-warning",
          isError: problem.level == .error)
      }
      + FindingGroup.of(found).map { group in
        Remark(
          place: group.finding.place, message: group.finding.reason, code: group.finding.code,
          isError: group.finding.level == .error)
      }
    return Report(
      count: count, areFiles: areFiles,
      remarks: remarks.filter(\.isError) + remarks.filter { !$0.isError }, note: note)
  }

  private func expectSources(_ files: [String]) throws(Problem) {
    for file in files {
      let path = Files.path(office.workspace.directory.appending(path: file))
      guard FileManager.default.fileExists(atPath: path) else {
        throw Problem(.missingInput, "There is no file \(file). See: solstice news list")
      }
      let folder = file.split(separator: "/").first.map(String.init) ?? ""
      guard ["news", "events", "members"].contains(folder), file.hasSuffix(".md") else {
        throw Problem(
          .badData, "\(file) is no item: expected a .md file below news/, events/ or members/.")
      }
    }
  }

  /// What the checks say of the chosen items' files, in a letter of each item's half-year.
  private func findings(
    _ items: [Item], _ chosen: [Item], _ sources: Sources
  ) throws(Problem) -> [Finding] {
    let theme = try EditionComposer(office: office).theme()
    var publication = office.configuration.publication
    for language in chosen.map(\.language) where !publication.languages.contains(language) {
      publication.languages.append(language)
    }
    let files = Set(chosen.map(\.file))
    let date = try office.today()
    var seen: Set<String> = []
    let periods = chosen.map { "\($0.date.description.prefix(4))-H\($0.date.month <= 6 ? 1 : 2)" }
      .filter { seen.insert($0).inserted }.sorted()
    var found: [Finding] = []
    for name in periods {
      do {
        found += try Composer.composeAll(
          period: try Period(parsing: name), items: items, events: sources.events, theme: theme,
          publication: publication, date: date, problems: sources.problems,
          members: sources.members
        ).flatMap(\.findings)
      } catch {
        throw Problem(.badData, "\(error)")
      }
    }
    return found.filter { finding in
      let file = finding.place.lastIndex(of: ":").map { String(finding.place[..<$0]) }
      return !Self.left.contains(finding.code) && files.contains(file ?? finding.place)
    }
  }
}
