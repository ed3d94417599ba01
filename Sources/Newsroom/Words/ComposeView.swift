import Composer
import Mail

/// What `compose` tells: the result, what the checks found, where to look.
package struct ComposeView: Sendable {
  private let result: EditionOutput.Result
  private let composed: EditionComposer.Composed
  private let folder: String

  package init(_ result: EditionOutput.Result, folder: String) {
    self.result = result
    composed = result.composed
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
  }

  package var text: String {
    let first = composed.letters.first
    let stories = first?.edition.storyCount ?? 0
    let members = first?.edition.members.count ?? 0
    let dates = first?.edition.occasions.count ?? 0
    let languages = composed.letters.map(\.language.tag)
    var lines = [
      "Composed \(composed.period): \(Self.count(stories, "story", "stories")), "
        + "\(Self.count(members, "item", "items")) of members' news, "
        + "\(Self.count(dates, "date", "dates")), "
        + "in \(Self.count(languages.count, "language", "languages")).", "",
    ]
    let groups = FindingGroup.of(composed.findings)
    let errors = groups.filter { $0.finding.level == .error }
    let warnings = groups.count - errors.count
    if errors.isEmpty {
      lines.append("  Checks: no errors, \(Self.count(warnings, "warning", "warnings")).")
    } else {
      lines.append(
        "  Checks: \(Self.count(errors.count, "error stops", "errors stop")) the approval:")
    }
    for (group, count) in Self.grouped(errors.isEmpty ? groups : errors).prefix(8) {
      let finding = group.finding
      let more = count > 1 ? " (and \(count - 1) more)" : FindingWords.languages(group)
      lines.append(
        "    \(finding.level.rawValue) \(finding.code): \(finding.place): \(finding.reason)\(more)")
    }
    let tag = languages.first ?? "en"
    lines += [
      "", "  Look at it: \(folder)newsletter.\(tag).html", "  All checks: \(folder)checks.json",
    ]
    lines += outputs
    lines += ["", "  Then: solstice preview \(composed.period)"]
    if errors.isEmpty { lines.append("  and:  solstice approve \(composed.period) --by NAME") }
    return lines.joined(separator: "\n")
  }

  /// What there is besides letters and pages.
  private var outputs: [String] {
    var lines: [String] = []
    let count = composed.letters.count
    if let printer = result.printer, let tag = composed.letters.first?.language.tag {
      lines.append(
        "  PDF:        \(folder)newsletter.\(tag).pdf (\(Self.count(count, "language", "languages")), "
          + "by \(printer))")
    } else if result.staleDocuments > 0 {
      lines.append(
        "  PDF:        those of the last composing were taken away; --pdf makes new ones")
    }
    let archive = result.archive
    if archive.editions.contains(composed.period.description) {
      lines.append(
        "  Archive:    editions/index.html\(archive.hasFeed ? ", editions/feed.xml" : "")")
    } else {
      lines.append("  Archive:    \(composed.period) joins editions/index.html when it is approved")
    }
    if !archive.remark.isEmpty { lines.append("  Note:       \(archive.remark)") }
    return lines
  }

  /// One finding for each code, with how often it was found.
  private static func grouped(_ groups: [FindingGroup]) -> [(FindingGroup, Int)] {
    var order: [FindingGroup] = []
    var counts: [String: Int] = [:]
    for group in groups {
      if counts[group.finding.code] == nil { order.append(group) }
      counts[group.finding.code, default: 0] += 1
    }
    return order.map { ($0, counts[$0.finding.code] ?? 1) }
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number == 0 ? "no" : NumberWords.text(number)) \(number == 1 ? one : many)"
  }
}
