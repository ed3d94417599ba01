import Composer
import Mail
import Storage

/// What `approve` tells.
package struct ApproveView: Sendable {
  private let outcome: EditionApproval.Outcome
  private let by: String

  package init(_ outcome: EditionApproval.Outcome, by: String) {
    self.outcome = outcome
    self.by = by
  }

  package var text: String {
    let result = outcome.result
    let lists = outcome.lists.map(\.name).joined(separator: ", ")
    var lines = [
      "Approved \(outcome.mailing) (revision \(result.revision)) in the name of \(by): "
        + "\(result.rows) readers on \(lists).", "",
    ]
    var columns = Columns(figures: [1])
    columns.add("planned now", String(result.planned), languages)
    if result.rows > result.planned {
      columns.add("planned before", String(result.rows - result.planned), "they stay as they are")
    }
    if result.sharedMailboxes > 0 {
      columns.add("shared mailbox", String(result.sharedMailboxes), "get one letter together")
    }
    if result.suspended > 0 {
      columns.add("suspended", String(result.suspended), "their address did not work")
    }
    if result.suppressed > 0 {
      columns.add("suppressed", String(result.suppressed), "must never be mailed")
    }
    lines.append(columns.text)
    let warnings = outcome.findings.count { $0.level == .warning }
    if warnings > 0 {
      lines.append("\n  \(warnings) warnings of the checks were accepted with it; see checks.json.")
    }
    if !outcome.accepted.isEmpty {
      lines.append("\n  Accepted by \(by) and kept with the approval:")
      lines += FindingGroup.of(outcome.accepted).map { "    \(FindingWords.line($0))" }
    }
    for code in outcome.unusedAllowances {
      lines.append("\n  Note: --allow \(code) was not needed: that check found nothing.")
    }
    for list in outcome.staleLists {
      lines.append(
        "\n  Note: the file of the list \(list) is newer than its import. If you meant the newer "
          + "one: solstice contacts import, and approve again.")
    }
    lines.append("\n  Next: solstice send \(outcome.mailing)")
    return lines.joined(separator: "\n")
  }

  package var json: String {
    let result = outcome.result
    let lists = outcome.lists.map { JSONText.string($0.name) }.joined(separator: ",")
    return "{"
      + [
        JSONText.field("mailing", outcome.mailing), JSONText.field("revision", result.revision),
        JSONText.field("readers", result.rows), JSONText.field("planned", result.planned),
        JSONText.field("sharedMailboxes", result.sharedMailboxes),
        JSONText.field("suspended", result.suspended),
        JSONText.field("suppressed", result.suppressed), "\"lists\":[\(lists)]",
        "\"accepted\":[\(accepted)]", "\"unusedAllowances\":[\(unused)]",
      ].joined(separator: ",") + "}"
  }

  private var accepted: String {
    FindingGroup.of(outcome.accepted).map(FindingWords.json).joined(separator: ",")
  }

  private var unused: String {
    outcome.unusedAllowances.map(JSONText.string).joined(separator: ",")
  }

  private var languages: String {
    outcome.result.byLanguage.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: " · ")
  }
}
