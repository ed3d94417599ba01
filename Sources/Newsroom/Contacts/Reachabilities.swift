package import Contacts
import Foundation
import Mail
import Storage

/// Whether each mailbox can be reached, as far as its history shows.
package struct Reachabilities: Sendable {
  private let byMailbox: [String: Reachability]

  /// Computes all of them from history; silence counts only once the inbox was read later.
  package init(_ office: Office) throws(Problem) {
    byMailbox = try attempt {
      let readings = try BounceStore(database: office.database).readings().map {
        HistoryEvent(date: $0, what: .inboxRead)
      }
      var result: [String: Reachability] = [:]
      var mailbox: String?
      var events: [HistoryEvent] = []
      func close() {
        guard let mailbox else { return }
        result[mailbox] = Reachability(of: events + readings)
      }
      try HistoryStore(database: office.database).each { record in
        if record.mailbox != mailbox {
          close()
          mailbox = record.mailbox
          events = []
        }
        if let event = Self.event(record) { events.append(event) }
      }
      close()
      return result
    }
  }

  package subscript(mailbox: String) -> Reachability {
    byMailbox[mailbox] ?? Reachability(of: [])
  }

  /// What it says for choosing which of several contacts to keep.
  func evidence(mailbox: String) -> KeeperEvidence {
    switch self[mailbox].state {
    case .reachable: .proven
    case .unreachable: .unreachable
    case .doubtful, .left, .unproven: .none
    }
  }

  private static func event(_ record: HistoryStore.Record) -> HistoryEvent? {
    let what: HistoryEvent.What
    switch record.kind {
    case "accepted": what = .accepted
    case "left": what = .left
    default:
      guard let reason = FailureReason(rawValue: record.reason),
        let permanence = Permanence(rawValue: record.permanence)
      else { return nil }
      what = .bounced(reason, permanence, diagnosis: record.words)
    }
    return HistoryEvent(
      date: record.at, what: what, mailing: record.mailing.isEmpty ? nil : record.mailing)
  }
}
