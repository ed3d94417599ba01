import Dispatcher
import Mail

/// What `tick` tells cron: one line, only when something was done.
package struct TickView: Sendable {
  private let outcome: Tick.Outcome

  package init(_ outcome: Tick.Outcome) {
    self.outcome = outcome
  }

  package var line: String {
    var parts: [String] = []
    if let inbox = outcome.inbox, inbox.newEntries + inbox.left > 0 {
      parts.append("inbox: \(inbox.newEntries) reports, \(inbox.left) left")
    }
    for sent in outcome.sent {
      let run = sent.run
      parts.append(
        "\(sent.edition): \(run.accepted) accepted, \(run.refused) refused, \(run.deferred) deferred, "
          + "\(run.inDoubt) in doubt; \(sent.open) waiting")
      if let trouble = SendView(sent).trouble { parts.append(trouble) }
    }
    if parts.isEmpty { parts.append("\(outcome.problems.count) problems") }
    return "tick: " + parts.joined(separator: " · ")
  }

  package var json: String {
    let sent = outcome.sent.map(\.json).joined(separator: ",")
    let inbox = outcome.inbox.map { InboxView($0).json } ?? "null"
    let problems = outcome.problems.map { JSONText.string($0.message) }.joined(separator: ",")
    return "{\"inbox\":\(inbox),\"sent\":[\(sent)],\"problems\":[\(problems)]}"
  }
}
