import Foundation
import Mail
import Testing

@testable import Contacts

struct ReachabilityTests {
  /// A history in days since 2019-06-24 and what it proves.
  struct Row: Sendable, CustomTestStringConvertible {
    let title: String
    let events: [(Int, HistoryEvent.What)]
    let state: Reachability.State
    let reason: String

    init(
      _ title: String, _ events: [(Int, HistoryEvent.What)], _ state: Reachability.State,
      _ reason: String
    ) {
      self.title = title
      self.events = events
      self.state = state
      self.reason = reason
    }

    var testDescription: String { title }
  }

  static let gone = HistoryEvent.What.bounced(.userUnknown, .permanent, diagnosis: "550 5.1.1 none")
  static let full = HistoryEvent.What.bounced(.mailboxFull, .permanent, diagnosis: "")
  static let maybe = HistoryEvent.What.bounced(.domainUnknown, .temporary, diagnosis: "")

  static let rows: [Row] = [
    Row("nothing", [], .unproven, "never mailed"),
    Row("inbox alone proves nothing", [(0, .inboxRead)], .unproven, "never mailed"),
    Row("accepted, inbox never read", [(0, .accepted)], .unproven, "2019-06-29"),
    Row("read too early", [(0, .accepted), (4, .inboxRead)], .unproven, "2019-06-29"),
    Row("read after five days", [(0, .accepted), (5, .inboxRead)], .reachable, "2019-06-24"),
    Row(
      "no such mailbox", [(0, gone)], .unreachable, "no such mailbox on 2019-06-24: 550 5.1.1 none"),
    Row(
      "accepted, then returned", [(0, .accepted), (1, gone), (9, .inboxRead)], .unreachable,
      "2019-06-25"),
    Row(
      "accepted, then full", [(0, .accepted), (1, full), (9, .inboxRead)], .unproven, "mailbox full"
    ),
    Row(
      "full before says nothing", [(0, full), (9, .accepted), (20, .inboxRead)], .reachable,
      "2019-07-03"),
    Row("proof, then a full mailbox", [(0, .answered), (9, full)], .reachable, "answered"),
    Row(
      "blocked says nothing", [(0, .bounced(.blocked, .permanent, diagnosis: ""))], .unproven,
      "says nothing"),
    Row("a passing doubt", [(0, maybe)], .doubtful, "no such domain"),
    Row("moved", [(0, .bounced(.moved, .permanent, diagnosis: ""))], .unreachable, "2019-06-24"),
    Row(
      "disabled", [(0, .bounced(.mailboxDisabled, .permanent, diagnosis: ""))], .unreachable,
      "switched off"),
    Row(
      "answered after the bounce", [(0, gone), (3, .answered)], .reachable, "answered, 2019-06-27"),
    Row("confirmed", [(0, .confirmed)], .reachable, "confirmed"),
    Row("doubt does not soften", [(0, gone), (3, maybe)], .unreachable, "2019-06-24"),
    Row("left", [(0, .confirmed), (3, .left)], .left, "2019-06-27"),
    Row("left and bounced", [(0, .left), (3, gone)], .left, "2019-06-24"),
    Row("left and came back", [(0, .left), (3, .confirmed)], .reachable, "confirmed"),
    Row("unsorted", [(5, .inboxRead), (0, .accepted)], .reachable, "accepted"),
    Row(
      "late report is too late", [(0, .accepted), (9, .inboxRead), (40, full)], .reachable,
      "accepted"),
  ]

  @Test(arguments: rows)
  func judged(row: Row) throws {
    let start = try Date("2019-06-24T01:00:00Z", strategy: .iso8601)
    let events = row.events.map {
      HistoryEvent(date: start.addingTimeInterval(Double($0.0) * 86_400), what: $0.1)
    }
    let result = Reachability(of: events)
    #expect(result.state == row.state)
    #expect(result.reason.contains(row.reason), "\(result.reason)")
    #expect((result.date == nil) == (result.reason == "never mailed"))
  }

  @Test func anotherMailingsReportVoidsNothing() {
    let day = 86_400.0
    let start = Date(timeIntervalSince1970: 0)
    let events = [
      HistoryEvent(date: start, what: .accepted, mailing: "2019-H1"),
      HistoryEvent(date: start + day, what: Self.full, mailing: "call-2019-H2"),
      HistoryEvent(date: start + 9 * day, what: .inboxRead),
    ]
    #expect(Reachability(of: events).state == .reachable)
  }
}
