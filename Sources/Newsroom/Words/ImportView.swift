import Contacts
import Mail
import Storage

/// What `contacts import` tells.
package struct ImportView: Sendable {
  private let outcome: ContactImport.Outcome

  package init(_ outcome: ContactImport.Outcome) {
    self.outcome = outcome
  }

  package var text: String {
    let changes = outcome.changes
    let total = changes.added + changes.updated + changes.unchanged
    var lines = [
      "Imported \(outcome.file) (\(outcome.encoding)) as the list \(outcome.list): \(total) contacts, "
        + "\(changes.added) new, \(changes.updated) changed, \(changes.unchanged) as before.", "",
    ]
    var columns = Columns(figures: [1])
    let result = outcome.result
    if outcome.decisions > 0 { columns.add("decisions", String(outcome.decisions), "taken over") }
    if !result.repaired.isEmpty { columns.add("repaired", String(result.repaired.count)) }
    if !result.undecided.isEmpty {
      columns.add("suspect", String(result.undecided.count), "not mailed until you decide")
    }
    if !result.unusable.isEmpty { columns.add("unusable", String(result.unusable.count)) }
    if changes.suppressed > 0 {
      columns.add("suppressed", String(changes.suppressed), "skipped: must never be mailed")
    }
    Self.add(changes.stayLeft, "left earlier", "stay off", &columns)
    Self.add(changes.missing, "not in the file", "still on the list", &columns)
    Self.add(outcome.unknownMembers, "unknown members", "kept as written", &columns)
    if !columns.text.isEmpty { lines.append(columns.text) }
    lines += outcome.unclear.map { "  \($0)" }
    if let worksheet = outcome.worksheet {
      lines.append(
        "\nWorksheet: \(worksheet) (fill in the column “decision”, then: solstice contacts import "
          + "\(worksheet))")
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  package var json: String {
    let changes = outcome.changes
    return "{"
      + [
        JSONText.field("list", outcome.list), JSONText.field("file", outcome.file),
        JSONText.field("new", changes.added), JSONText.field("changed", changes.updated),
        JSONText.field("unchanged", changes.unchanged),
        JSONText.field("repaired", outcome.result.repaired.count),
        JSONText.field("suspect", outcome.result.undecided.count),
        JSONText.field("unusable", outcome.result.unusable.count),
        JSONText.field("missing", changes.missing.count),
        JSONText.field("suppressed", changes.suppressed),
        JSONText.field("worksheet", outcome.worksheet),
      ].joined(separator: ",") + "}"
  }

  private static func add(
    _ names: [String], _ word: String, _ remark: String, _ columns: inout Columns
  ) {
    guard !names.isEmpty else { return }
    let more = names.count > 3 ? " …" : ""
    columns.add(
      word, String(names.count), "\(remark): \(names.prefix(3).joined(separator: ", "))\(more)")
  }
}
