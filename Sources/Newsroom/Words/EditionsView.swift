import Dispatcher
import Foundation
import Mail
import Storage

/// What `editions` and `editions show` tell.
package struct EditionsView: Sendable {
  private let history: EditionHistory

  package init(_ history: EditionHistory) {
    self.history = history
  }

  /// One line for each edition and correction.
  package var list: String {
    let approved = history.entries.count { $0.mailing != nil }
    guard !history.entries.isEmpty else {
      return "No edition has been composed yet.\n\nNext: solstice compose PERIOD"
    }
    let count = history.entries.count
    var columns = Columns(figures: [4])
    for entry in history.entries {
      guard let last = entry.revisions.last, let mailing = entry.mailing else {
        columns.add(entry.name, composed(entry), "not approved", "", "", "")
        continue
      }
      columns.add(
        entry.name, composed(entry), "approved by \(last.by), \(day(last.at))",
        "revision \(last.number)", "\(mailing.total)",
        "readers, \(sent(mailing))" + (last.note.isEmpty ? "" : "; \(last.note)"))
    }
    return """
      \(NumberWords.title(count)) \(count == 1 ? "edition or correction" : "editions and corrections"), \
      \(NumberWords.text(approved)) approved.

      \(columns.text)

      Next: solstice editions show \(history.entries[0].name)
      """
  }

  /// Every revision of one of them.
  package var details: String {
    guard let entry = history.entries.first else { return list }
    var lines = [title(entry)]
    if let corrects = entry.corrects {
      lines.append(
        "  Tells readers of \(corrects.mailing), revision \(corrects.from), what revision "
          + "\(corrects.to) says.")
    }
    for revision in entry.revisions {
      lines += [
        "", "Revision \(revision.number), approved by \(revision.by), \(moment(revision.at))",
      ]
      if !revision.note.isEmpty { lines.append("  Remark: \(revision.note)") }
      lines += ReaderRows.lines(lists: revision.lists, languages: revision.languages)
      if revision.lists.isEmpty { lines.append("  \(revision.readers) readers") }
      for allowance in entry.allowances[revision.number] ?? [] {
        lines.append(
          "  Accepted: \(allowance.code) at \(allowance.place) (\(allowance.language)): "
            + allowance.reason)
      }
      let states = DeliveryState.allCases.filter { revision.counts[$0] != nil }.map {
        "\(revision.counts[$0] ?? 0) \($0.shown)"
      }
      lines.append("  Sent: " + (states.isEmpty ? "to nobody" : states.joined(separator: ", ")))
      let hash = revision.hash.prefix(6).map { String(format: "%02x", $0) }.joined()
      lines.append("  Hash: \(hash)…")
    }
    lines += ["", "Next: \(next(entry))"]
    return lines.joined(separator: "\n")
  }

  private func title(_ entry: EditionHistory.Entry) -> String {
    let day = entry.composed.map { ", dated \($0)" } ?? ""
    guard let mailing = entry.mailing else { return "\(entry.name)\(day): composed, not approved." }
    let count = entry.revisions.count
    return "\(entry.name)\(day): \(NumberWords.text(count)) "
      + "\(count == 1 ? "revision" : "revisions"), \(mailing.total) readers, \(sent(mailing))."
  }

  private func next(_ entry: EditionHistory.Entry) -> String {
    guard let mailing = entry.mailing else { return "solstice approve \(entry.name) --by NAME" }
    if mailing[.planned] > 0 { return "solstice send \(entry.name)" }
    return entry.revisions.count > 1
      ? "solstice diff \(entry.name) 1 \(mailing.revision)" : "solstice report \(entry.name)"
  }

  private func composed(_ entry: EditionHistory.Entry) -> String {
    entry.composed.map { "composed for \($0)" } ?? ""
  }

  private func sent(_ mailing: MailingSummary) -> String {
    mailing[.accepted] == 0 && !mailing.isBegun ? "not sent" : "\(mailing[.accepted]) accepted"
  }

  private func day(_ date: Date) -> String { WorkspaceDay.text(date, history.zone) }

  private func moment(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: history.zone))
  }

  /// One object for each edition.
  package var json: String {
    "[" + history.entries.map(object).joined(separator: ",") + "]"
  }

  package var detailsJSON: String { history.entries.first.map(object) ?? "null" }

  private func object(_ entry: EditionHistory.Entry) -> String {
    let revisions = entry.revisions.map { revision in
      "{"
        + [
          JSONText.field("revision", revision.number), JSONText.field("approvedBy", revision.by),
          JSONText.field("approvedAt", moment(revision.at)), JSONText.field("note", revision.note),
          JSONText.field("readers", revision.readers),
          JSONText.field("accepted", revision.counts[.accepted] ?? 0),
          "\"lists\":{"
            + revision.lists.sorted { $0.key < $1.key }.map {
              JSONText.field($0.key, $0.value.values.reduce(0, +))
            }.joined(separator: ",") + "}",
          "\"languages\":{"
            + revision.languages.sorted { $0.key < $1.key }.map { JSONText.field($0.key, $0.value) }
            .joined(separator: ",") + "}",
          JSONText.field(
            "hash", revision.hash.map { String(format: "%02x", $0) }.joined()),
        ].joined(separator: ",") + "}"
    }
    return "{"
      + [
        JSONText.field("edition", entry.name), JSONText.field("composed", entry.composed),
        JSONText.field("kind", entry.mailing?.kind ?? "edition"),
        JSONText.field("corrects", entry.corrects?.mailing),
        "\"revisions\":[\(revisions.joined(separator: ","))]",
      ].joined(separator: ",") + "}"
  }
}
