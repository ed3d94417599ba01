import FoundationEssentials
import Mail

/// What a history has shown up to an event; later evidence replaces earlier.
struct Standing {
  let lastRead: Date?
  private var left: Date?
  private var proof: (date: Date, how: String)?
  private var unread: Date?
  private var objection: (date: Date, reason: FailureReason, permanence: Permanence, words: String)?
  private var otherFailure: (date: Date, reason: FailureReason)?

  init(lastRead: Date?) {
    self.lastRead = lastRead
  }

  mutating func take(_ event: HistoryEvent, voided: Bool) {
    switch event.what {
    case .left:
      left = event.date
    case .confirmed:
      // Who confirms after leaving has come back.
      left = nil
      prove(event.date, "confirmed")
    case .answered:
      prove(event.date, "answered")
    case .accepted where !voided:
      guard let lastRead, lastRead.timeIntervalSince(event.date) >= Reachability.reportsTake else {
        unread = event.date
        return
      }
      prove(event.date, "accepted, and nothing came back")
    case .bounced(let reason, let permanence, let words):
      guard reason.speaksAgainstContact else {
        otherFailure = (event.date, reason)
        return
      }
      // A passing doubt does not soften what was said for good.
      if permanence == .temporary, objection?.permanence == .permanent { return }
      objection = (event.date, reason, permanence, words)
    case .accepted, .inboxRead: break
    }
  }

  private mutating func prove(_ date: Date, _ how: String) {
    proof = (date, how)
    objection = nil
    otherFailure = nil
    unread = nil
  }

  var verdict: Reachability {
    if let left {
      return Reachability(
        state: .left, reason: "asked on \(Self.day(left)) to get no more", date: left)
    }
    if let objection {
      let words = objection.words.isEmpty ? "" : ": \(objection.words)"
      let state: Reachability.State = objection.permanence == .permanent ? .unreachable : .doubtful
      return Reachability(
        state: state, reason: "\(objection.reason.phrase) on \(Self.day(objection.date))\(words)",
        date: objection.date)
    }
    if let proof {
      return Reachability(
        state: .reachable, reason: "\(proof.how), \(Self.day(proof.date))", date: proof.date)
    }
    if let unread {
      let due = unread.addingTimeInterval(Reachability.reportsTake)
      return Reachability(
        state: .unproven,
        reason:
          "accepted on \(Self.day(unread)); proven once the inbox is read on or after \(Self.day(due))",
        date: unread)
    }
    if let otherFailure {
      return Reachability(
        state: .unproven,
        reason:
          "\(otherFailure.reason.phrase) on \(Self.day(otherFailure.date)), which says nothing about the contact",
        date: otherFailure.date)
    }
    return Reachability(state: .unproven, reason: "never mailed", date: nil)
  }

  /// The day in UTC, as 2019-06-24.
  private static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }
}
