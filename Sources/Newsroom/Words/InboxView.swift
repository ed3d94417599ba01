import Mail

/// What `inbox read` tells.
package struct InboxView: Sendable {
  private let outcome: InboxReader.Outcome

  package init(_ outcome: InboxReader.Outcome) {
    self.outcome = outcome
  }

  package var text: String {
    var lines = [
      "Read \(outcome.source): \(outcome.messages) messages, \(outcome.newEntries) new lines in the "
        + "bounce log."
    ]
    var columns = Columns(figures: [1])
    let rows = [
      ("bounces", outcome.bounces, ""), ("delays", outcome.delays, "they change nothing"),
      ("complaints", outcome.complaints, "never mailed again"),
      ("auto-replies", outcome.autoReplies, "they change nothing"),
      ("asked to leave", outcome.left, "taken off the lists"),
      ("hints", outcome.hints, "without proof: kept in the log only"),
      ("for people", outcome.forPeople, "left untouched"),
    ]
    for (word, count, remark) in rows where count > 0 { columns.add(word, String(count), remark) }
    if !columns.text.isEmpty { lines += ["", columns.text] }
    lines += Set(outcome.remarks).sorted().map { "\n\($0)" }
    return lines.joined(separator: "\n")
  }

  package var json: String {
    "{"
      + [
        JSONText.field("source", outcome.source), JSONText.field("messages", outcome.messages),
        JSONText.field("bounces", outcome.bounces), JSONText.field("delays", outcome.delays),
        JSONText.field("complaints", outcome.complaints),
        JSONText.field("autoReplies", outcome.autoReplies), JSONText.field("left", outcome.left),
        JSONText.field("forPeople", outcome.forPeople),
        JSONText.field("newEntries", outcome.newEntries),
        JSONText.field("proofs", outcome.proofs), JSONText.field("hints", outcome.hints),
      ].joined(separator: ",") + "}"
  }
}
