import Contacts
import Storage

/// What `contacts erase` tells: what is gone, and which files still hold the person.
package struct ErasureView: Sendable {
  private let erasure: PersonRights.Erasure

  package init(_ erasure: PersonRights.Erasure) {
    self.erasure = erasure
  }

  package var text: String {
    let result = erasure.result
    let known = result.contacts + result.deliveries + result.listRows > 0
    var lines = [
      known
        ? "Erased. A keyed hash stays, so that no import and no list mails this person again."
        : "Nobody here has this address. Its keyed hash is kept, so that it is never mailed."
    ]
    var columns = Columns(figures: [1])
    for (label, count, remark) in [
      ("contacts", result.contacts, "gone"), ("subscriptions", result.subscriptions, "gone"),
      ("lines of lists", result.listRows, "blanked in the database"),
      ("decisions", result.answers, "gone"), ("changes", result.changes, "blanked"),
      ("letters", result.deliveries, "kept as numbers"),
      ("attempts", result.attempts, "kept without the server's words"),
      ("reports", result.reports, "kept without address and words"),
      ("trial letters", result.trialDeliveries ?? 0, "kept as numbers"),
      ("mentions", result.mentions, "blanked in texts about others"),
    ] where count > 0 {
      columns.add(label, String(count), remark)
    }
    if !columns.text.isEmpty { lines += ["", columns.text] }
    if result.cancelled > 0 {
      lines += ["", "  \(PersonWords.takenBack(result.cancelled))"]
    }
    for database in result.heldBack {
      lines += [
        "",
        "  Another program kept \(database) from being cleared to the last octet; erase once more.",
      ]
    }
    if !result.stillNamedIn.isEmpty {
      lines += ["", "What was approved stays as it was; it still names this person:", ""]
      lines += result.stillNamedIn.map { "  \($0)" }
    }
    return (lines + files).joined(separator: "\n")
  }

  private var files: [String] {
    guard !erasure.files.isEmpty else {
      return ["", "No file in this workspace holds the person any more. Backups elsewhere may."]
    }
    var columns = Columns()
    for place in erasure.files {
      let shown = place.lines.prefix(8).map(String.init).joined(separator: ", ")
      let more = place.count > 8 ? " …" : ""
      columns.add(place.file, "\(place.count == 1 ? "line" : "lines") \(shown)\(more)")
    }
    return [
      "", "Files that still hold the person; take the lines out yourself:", "", columns.text, "",
      "Backups, and the history of git, are not looked through.",
    ]
  }
}
