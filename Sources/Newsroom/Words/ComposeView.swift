import Composer
import Mail

/// What `compose` tells: the result, what the checks found, where to look.
package struct ComposeView: Sendable {
  private let composed: EditionComposer.Composed
  private let folder: String

  package init(_ composed: EditionComposer.Composed, folder: String) {
    self.composed = composed
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
        + "\(Self.count(dates, "date", "dates")), in \(languages.count) languages.", "",
    ]
    let errors = composed.errors
    let warnings = composed.findings.count - errors.count
    if errors.isEmpty {
      lines.append("  Checks: no errors, \(Self.count(warnings, "warning", "warnings")).")
    } else {
      lines.append("  Checks: \(errors.count) errors stop the approval:")
    }
    let shown = errors.isEmpty ? composed.findings : errors
    for (finding, count) in Self.grouped(shown).prefix(8) {
      let more = count > 1 ? " (and \(count - 1) more)" : ""
      lines.append("    \(finding.level.rawValue) \(finding.code): \(finding.reason)\(more)")
    }
    let tag = languages.first ?? "en"
    lines += [
      "", "  Look at it: \(folder)newsletter.\(tag).html", "  All checks: \(folder)checks.json",
      "", "  Then: solstice approve \(composed.period) --by NAME",
    ]
    return lines.joined(separator: "\n")
  }

  /// One finding for each code, with how often it was found.
  private static func grouped(_ findings: [Finding]) -> [(Finding, Int)] {
    var order: [Finding] = []
    var counts: [String: Int] = [:]
    for finding in findings {
      if counts[finding.code] == nil { order.append(finding) }
      counts[finding.code, default: 0] += 1
    }
    return order.map { ($0, counts[$0.code] ?? 1) }
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number == 0 ? "no" : NumberWords.text(number)) \(number == 1 ? one : many)"
  }
}
