import Dispatcher
import Foundation
import Mail

/// What `send` tells.
package struct SendView: Sendable {
  private let summary: SendSummary

  package init(_ summary: SendSummary) {
    self.summary = summary
  }

  /// Why it stopped, and what to do; nil where nothing went wrong.
  package var trouble: String? {
    if let error = summary.run.error { return "Sending stopped: \(error)" }
    let relay = summary.relay
    guard let trip = summary.run.trip else {
      let count = summary.run.sentBack
      guard count > 0 else { return nil }
      return "The relay \(relay) had trouble with \(count == 1 ? "a letter" : "\(count) letters"). "
        + "Nobody was marked for that; they are tried again by: solstice tick. What it said: "
        + "solstice deliveries \(summary.edition)"
    }
    switch trip {
    case .unreachable(let words):
      return "The relay \(relay) can't be reached (\(words)). Nobody was marked for that. "
        + "Check relay: url: in solstice.yml and the network, then send again."
    case .refusedUs(let stage, let reply):
      return "The relay \(relay) refuses us \(stage.phrase): \(reply). Nobody was marked for that. "
        + "Ask whoever runs the relay, then send again."
    case .loginFailed(let words):
      return "The relay \(relay) does not accept our login (\(words)). Check relay: user: in "
        + "solstice.yml and secrets/relay-password, then send again."
    case .tls(let words):
      return "No safe connection to \(relay) could be made (\(words)). The certificate must be "
        + "valid for this name."
    case .keepsFailing(let stage, let words):
      return "The relay \(relay) keeps failing \(stage.phrase): \(words). Sending stopped; the "
        + "rest waits. Try again later."
    }
  }

  package var text: String {
    var lines = [sentence, ""]
    var columns = Columns(figures: [1])
    let states: [(String, DeliveryState, String)] = [
      ("accepted", .accepted, ""),
      ("refused", .refused, "for good; see: solstice bounces log"),
      ("deferred", .deferred, deferral),
      ("in doubt", .inDoubt, "perhaps sent; see: solstice deliveries --state in-doubt"),
      ("cancelled", .cancelled, "left or suppressed since the approval"),
      ("not yet sent", .planned, ""),
    ]
    for (word, state, remark) in states where summary[state] > 0 || state == .accepted {
      columns.add(word, String(summary[state]), remark)
    }
    lines.append(columns.text)
    if summary.recovered > 0 {
      lines.append(
        "\n  \(summary.recovered) letters were on the wire when an earlier send was killed: "
          + "they are in doubt.")
    }
    if summary.run.wasInterrupted {
      lines.append("\n  Stopped as you asked. Go on with: solstice send \(summary.edition)")
    }
    if let place = summary.place { lines.append("\n  The letters are in \(place)") }
    return lines.joined(separator: "\n")
  }

  private var sentence: String {
    if summary.run.attempts == 0, summary.open == 0, summary.run.trip == nil {
      return "Nothing is left to send: all \(summary.planned) letters of \(summary.edition) have "
        + "been dealt with before."
    }
    let what = summary.isTrial ? "Tried \(summary.edition) out" : "Sent \(summary.edition)"
    let time = String(format: "%.1f", summary.seconds)
    let open = summary.open
    let rest = open == 0 ? "nobody is waiting" : "\(open) \(open == 1 ? "is" : "are") waiting"
    return "\(what): \(summary[.accepted]) of \(summary.planned) letters were accepted, \(rest) "
      + "(\(time) s)."
  }

  private var deferral: String {
    guard let due = summary.nextDue else { return "tried again by: solstice tick" }
    let minutes = max(0, Int((due.timeIntervalSinceNow / 60).rounded(.up)))
    return minutes > 0 && minutes < 600
      ? "tried again in \(minutes) min by: solstice tick" : "tried again by: solstice tick"
  }
}
