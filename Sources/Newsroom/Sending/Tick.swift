import Dispatcher
import Foundation
import Storage

/// What cron calls: everything that is due, once, quietly.
package struct Tick: Sendable {
  /// What one tick did; empty where there was nothing to do.
  package struct Outcome: Sendable {
    package var inbox: InboxReader.Outcome?
    package var sent: [SendSummary] = []
    /// Another process was sending: this tick left that to it.
    package var leftSendingToOther = false
    package var problems: [Problem] = []

    package var exitCode: ExitCode {
      let codes = problems.map(\.code) + sent.map(\.exitCode)
      // Rows that wait for their time are nothing to tell cron of.
      return ExitCode.gravest(codes.filter { $0 != .tryLater })
    }

    package var didSomething: Bool {
      !problems.isEmpty || !sent.isEmpty || inbox.map { $0.newEntries + $0.left > 0 } == true
    }
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Reads the inbox, then goes on with mailings that were begun and have rows due.
  package func run(relay: RelayChoice?, connections: Int?) async -> Outcome {
    var outcome = Outcome()
    if office.configuration.inboxMaildir != nil {
      do {
        outcome.inbox = try InboxReader(office: office).run(.configured)
      } catch {
        outcome.problems.append(error)
      }
    }
    let due: [MailingSummary]
    do {
      due = try begun()
    } catch {
      outcome.problems.append(error)
      return outcome
    }
    for mailing in due {
      let request = Sender.Request(
        mailing: mailing.name, relay: relay, connections: connections)
      do {
        outcome.sent.append(try await Sender(office: office).run(request))
      } catch  where error.code == .tryLater {
        outcome.leftSendingToOther = true
      } catch {
        outcome.problems.append(error)
      }
    }
    return outcome
  }

  /// Mailings that somebody began to send and that have rows due now, or rows of a dead run.
  private func begun() throws(Problem) -> [MailingSummary] {
    let now = office.clock.now()
    return try attempt { try MailingStore(database: office.database).all() }.filter { mailing in
      let isDue = mailing.nextDue.map { $0 <= now } ?? false
      return mailing.isBegun && (isDue || mailing[.claimed] + mailing[.onTheWire] > 0)
    }
  }
}
