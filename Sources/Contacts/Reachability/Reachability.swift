package import FoundationEssentials

/// Whether a contact can be reached, as far as its history shows, with the reason and its day.
package struct Reachability: Hashable, Sendable {
  package enum State: String, CaseIterable, Codable, Sendable {
    case reachable
    case doubtful
    case unreachable
    case left
    case unproven
  }

  package let state: State
  /// A half-sentence: “no such mailbox on 2019-06-25: 550 5.1.1 …”.
  package let reason: String
  /// The day of the deciding event; nil where there is none.
  package let date: Date?

  package init(state: State, reason: String, date: Date?) {
    self.state = state
    self.reason = reason
    self.date = date
  }

  /// How long reports may take: an acceptance proves nothing before.
  package static let reportsTake: TimeInterval = 5 * 86_400

  /// Judges a history, in any order.
  package init(of history: [HistoryEvent]) {
    let events = history.sorted { $0.date < $1.date }
    let lastRead = events.last { $0.what == .inboxRead }?.date
    var standing = Standing(lastRead: lastRead)
    for (index, event) in events.enumerated() {
      standing.take(event, voided: Self.isVoided(at: index, in: events))
    }
    self = standing.verdict
  }

  /// A letter that came back later was not accepted after all: its report follows within a month,
  /// before the next acceptance, of the same mailing where both name one.
  private static func isVoided(at index: Int, in events: [HistoryEvent]) -> Bool {
    let accepted = events[index]
    guard accepted.what == .accepted else { return false }
    for event in events[(index + 1)...] {
      guard event.date.timeIntervalSince(accepted.date) <= 30 * 86_400 else { return false }
      let sameMailing =
        event.mailing == nil || accepted.mailing == nil || event.mailing == accepted.mailing
      if case .bounced = event.what, sameMailing { return true }
      if event.what == .accepted, accepted.mailing == nil { return false }
    }
    return false
  }
}
