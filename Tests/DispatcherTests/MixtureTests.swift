import Dispatcher
import FoundationEssentials
import Mail
import TestSupport
import Testing

/// Random mixtures of everything that can happen, run after run until all rows have come to rest.
struct MixtureTests {
  /// The answer to a transaction: the same for one seed, whatever thread asks.
  private static func answer(
    _ attempt: ScriptedTransport.Attempt, seed: UInt64
  ) -> TransportResult {
    var hash = seed
    for byte in attempt.recipient.utf8 { hash = hash &* 31 &+ UInt64(byte) }
    var random = SeededGenerator(seed: hash &+ UInt64(attempt.toRecipient) &* 7919)
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<50: return Samples.accepted
    case 50..<55: return Samples.refused(550, "5.1.1 no such user", at: .recipient)
    case 55..<65: return Samples.refused(450, "4.2.0 greylisted", at: .recipient)
    case 65..<68: return Samples.refused(554, "5.7.1 spam", at: .afterDot)
    case 68..<75: return Samples.refused(451, "4.3.0 later", at: .afterDot)
    case 75..<80: return Samples.lost
    case 80..<85: return Samples.droppedAtMail
    case 85..<88: return Samples.refused(451, "4.3.2 busy", at: .mail)
    case 88..<90: return TransportResult(stage: .data, fault: .dropped, words: "gone")
    case 90..<92: return Samples.unreachable
    case 92..<93: return TransportResult(stage: .mail, fault: .noSMTPUTF8)
    default:
      return attempt.onConnection > 1 ? Samples.staleConnection : Samples.accepted
    }
  }

  @Test(arguments: 1...12, [1, 8, 50])
  func everybodyComesToRest(seed: UInt64, connections: Int) throws {
    let clock = TestClock()
    let ledger = MemoryLedger(try Samples.deliveries(150), clock: clock)
    for id in stride(from: Int64(5), through: 150, by: 17) { ledger.takeBack(id) }
    let relay = ScriptedTransport { Self.answer($0, seed: seed) }
    var total = DispatchSummary()
    var runs = 0
    while ledger.count(.planned) + ledger.count(.deferred) > 0, runs < 400 {
      runs += 1
      let summary = DispatchRun(
        ledger: ledger, transport: relay, maker: TestMaker(), clock: clock,
        connections: connections
      ).run()
      #expect(summary.error == nil)
      #expect(ledger.count(.claimed) + ledger.count(.onTheWire) == 0)
      total.accepted += summary.accepted
      total.refused += summary.refused
      total.inDoubt += summary.inDoubt
      total.takenBack += summary.takenBack
      clock.advance(9 * 3600)
    }
    #expect(ledger.breaches.isEmpty, "\(ledger.breaches.prefix(3))")
    #expect(ledger.rows.allSatisfy { $0.state.isFinal || $0.state == .inDoubt })
    #expect(total.accepted == ledger.count(.accepted))
    #expect(total.refused == ledger.count(.refused))
    #expect(total.inDoubt == ledger.count(.inDoubt))
    #expect(total.takenBack == ledger.count(.cancelled))
    for row in ledger.rows where row.state == .accepted || row.state == .inDoubt {
      #expect(relay.count.bodies[row.delivery.recipient.wire, default: 0] >= 1)
    }
    for row in ledger.rows where row.state == .cancelled {
      #expect(relay.count.bodies[row.delivery.recipient.wire] == nil)
    }
  }
}
