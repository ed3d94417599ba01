import Dispatch
import Dispatcher
import Foundation
import Mail
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// The loop and the database together, with a relay that answers as it is told.
struct RunOverLedgerTests {
  /// Answers by the number of the transaction, and counts bodies by recipient.
  private final class Relay: Transport {
    let bodies = Mutex<[String: Int]>([:])
    private let number = Mutex(0)
    private let answer: @Sendable (Int) -> TransportResult
    let batch: Int

    init(batch: Int = 1, _ answer: @escaping @Sendable (Int) -> TransportResult) {
      self.answer = answer
      self.batch = batch
    }

    func makeConnection() -> any TransportConnection { Connection(relay: self) }

    private final class Connection: TransportConnection {
      let relay: Relay

      init(relay: Relay) {
        self.relay = relay
      }

      func deliver(
        _ message: [UInt8], envelope: Envelope, beforeBody: () -> Bool
      ) -> TransportResult {
        let number = relay.number.withLock { number in
          number += 1
          return number
        }
        let result = relay.answer(number)
        guard result.stage >= .data else { return result }
        guard beforeBody() else { return TransportResult(stage: .data, takenBack: true) }
        relay.bodies.withLock { $0[envelope.recipient.wire, default: 0] += 1 }
        return result
      }

      func close() {}
    }
  }

  private struct Maker: LetterMaker {
    func make(_ delivery: ClaimedDelivery, into buffer: inout [UInt8]) -> OutgoingLetter {
      buffer.append(contentsOf: "Hello\r\n".utf8)
      return OutgoingLetter(
        envelope: Envelope(sender: nil, recipient: delivery.recipient),
        messageID: messageID(of: delivery))
    }

    func messageID(of delivery: ClaimedDelivery) -> String { "m\(delivery.id)" }
  }

  private static let accepted = TransportResult(
    stage: .afterDot, reply: Reply(code: 250, lines: ["2.0.0 ok"]), bodyBegan: true)

  private func run(_ desk: Desk, _ relay: Relay, mailing: Int64, connections: Int) throws
    -> DispatchSummary
  {
    let ledger = try desk.ledger(mailing)
    let summary = DispatchRun(
      ledger: ledger, transport: relay, maker: Maker(), clock: desk.clock,
      connections: connections
    ).run()
    try ledger.end()
    return summary
  }

  @Test(arguments: [1, 20], [1, 64])
  func everyRowIsAcceptedOnce(connections: Int, batch: Int) throws {
    let desk = try Desk()
    let mailing = try desk.planned(300).mailing
    let relay = Relay(batch: batch) { _ in Self.accepted }
    let summary = try run(desk, relay, mailing: mailing, connections: connections)
    #expect(summary.accepted == 300 && summary.error == nil)
    #expect(try desk.count(.accepted) == 300)
    #expect(relay.bodies.withLock { $0.count == 300 && $0.values.allSatisfy { $0 == 1 } })
    #expect(try desk.number("SELECT count(*) FROM attempt") == 300)
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE revision_id = 1") == 300)
    #expect(try desk.number("SELECT count(DISTINCT message_id) FROM delivery") == 300)
  }

  @Test func aRelayThatIsDownLeavesAllRowsAsTheyWere() throws {
    let desk = try Desk()
    let mailing = try desk.planned(50).mailing
    let relay = Relay { _ in
      TransportResult(stage: .connect, fault: .cannotConnect, words: "connection refused")
    }
    let summary = try run(desk, relay, mailing: mailing, connections: 20)
    #expect(summary.trip == .unreachable(words: "connection refused"))
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE state = 0 AND due = 0") == 50)
    #expect(try desk.number("SELECT count(*) FROM attempt") == 0)
  }

  @Test func mixedOutcomesAddUp() throws {
    let desk = try Desk()
    let mailing = try desk.planned(200).mailing
    let relay = Relay { number in
      switch number % 5 {
      case 0:
        TransportResult(
          stage: .recipient, reply: Reply(code: 550, lines: ["5.1.1 no such user"]))
      case 1:
        TransportResult(
          stage: .afterDot, reply: Reply(code: 451, lines: ["4.3.0 later"]), bodyBegan: true)
      case 2: TransportResult(stage: .body, bodyBegan: true, fault: .dropped, words: "lost")
      default: Self.accepted
      }
    }
    let summary = try run(desk, relay, mailing: mailing, connections: 8)
    #expect(summary.attempts == 200)
    #expect(try desk.count(.refused) == 40)
    #expect(try desk.count(.deferred) == 40)
    #expect(try desk.count(.inDoubt) == 40)
    #expect(try desk.count(.accepted) == 80)
    #expect(try desk.number("SELECT count(*) FROM contact WHERE suspended IS NOT NULL") == 40)
    #expect(try desk.number("SELECT count(*) FROM attempt") == 200)
  }

  /// Others get in while it runs: readers who leave meanwhile are taken back or have been sent to.
  @Test(arguments: [1, 16])
  func leavingDuringARun(batch: Int) throws {
    let desk = try Desk()
    let mailing = try desk.planned(400).mailing
    let other = ContactStore(database: try SolsticeDatabase.open(path: desk.database.path))
    let now = desk.clock.now()
    let done = DispatchSemaphore(value: 0)
    let ended = Mutex(0)
    let relay = Relay(batch: batch) { number in
      // The first answer waits until the others have begun to leave.
      if number == 1 { done.wait() }
      return Self.accepted
    }
    Thread.detachNewThread {
      for number in stride(from: 400, to: 300, by: -1) {
        let count = try? other.leave(
          EmailAddress(parsing: "reader\(number)@gpn.example").mailboxKey, list: nil,
          evidence: "x", at: now)
        ended.withLock { $0 += count ?? 0 }
        if number == 390 { done.signal() }
      }
      done.signal()
    }
    let summary = try run(desk, relay, mailing: mailing, connections: 8)
    #expect(waitUntil(within: .seconds(60)) { ended.withLock { $0 } == 100 })
    #expect(summary.error == nil)
    let sent = relay.bodies.withLock { $0 }
    #expect(sent.values.allSatisfy { $0 == 1 })
    #expect(try desk.count(.accepted) == Int64(sent.count))
    #expect(try desk.count(.cancelled) == 400 - Int64(sent.count))
    #expect(try desk.count(.cancelled) >= 10)
    for number in 391...400 { #expect(sent["reader\(number)@gpn.example"] == nil) }
  }
}
