import Composer
import Dispatcher
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
    let isNew = outcome.before == nil
    let what = outcome.corrects.map { ", which corrects \($0.mailing)" } ?? ""
    let opening =
      outcome.isRehearsal
      ? "Nothing was approved: this is what approving \(outcome.mailing)\(what) would do "
        + "(revision \(result.revision)): "
      : "Approved \(outcome.mailing)\(what) (revision \(result.revision)) in the name of \(by): "
    var lines = ["\(opening)\(Self.count(result.rows, "reader", "readers")) on \(lists).", ""]
    if !outcome.note.isEmpty { lines.insert("  Remark: \(outcome.note)", at: 1) }
    lines += ReaderRows.lines(lists: result.lists, languages: result.languages)
    if let before = outcome.before, !isNew {
      let lists = before.lists.joined(separator: ", ")
      lines.append(
        "  Before: revision \(before.revision), \(Self.count(before.total, "reader", "readers")) on "
          + "\(lists).")
      let gone = [DeliveryState.accepted, .refused, .inDoubt].reduce(0) { $0 + before[$1] }
      if gone > 0 {
        lines.append(
          "  \(gone) of them were sent an earlier revision and don't get this one; for them: "
            + "solstice correct \(outcome.mailing)")
      }
    }
    lines.append("")
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
      let isWarning = CheckRule.all.contains { $0.code == code && $0.level == .warning }
      let reason = isWarning ? "a warning stops nothing" : "that check found nothing"
      lines.append("\n  Note: --allow \(code) was not needed: \(reason).")
    }
    for list in outcome.staleLists {
      lines.append(
        "\n  Note: the file of the list \(list) is newer than its import. If you meant the newer "
          + "one: solstice contacts import, and approve again.")
    }
    lines.append(
      outcome.isRehearsal
        ? "\n  To do it: solstice approve \(outcome.mailing) --by NAME"
        : "\n  Next: solstice send \(outcome.mailing)")
    return lines.joined(separator: "\n")
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
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
