import Dispatcher
import FoundationEssentials
import Mail
import Synchronization
import Testing

/// Transports that never wait: a batch on the wire with one commit, and the same promises.
struct BatchTests {
  let clock = TestClock()

  private func run(
    _ ledger: MemoryLedger, _ relay: ScriptedTransport, maker: TestMaker = TestMaker(),
    connections: Int = 4
  ) -> DispatchSummary {
    DispatchRun(
      ledger: ledger, transport: relay, maker: maker, clock: clock, connections: connections
    ).run()
  }

  private func expectSettled(_ ledger: MemoryLedger, _ relay: ScriptedTransport) {
    #expect(ledger.breaches.isEmpty, "\(ledger.breaches.prefix(3))")
    #expect(ledger.count(.onTheWire) == 0 && ledger.count(.claimed) == 0)
    let count = relay.count
    #expect(count.closed == count.connections && count.empty == 0)
    #expect(count.bodies.values.allSatisfy { $0 == 1 })
    for row in ledger.rows {
      #expect(row.wires == count.bodies[row.delivery.recipient.wire, default: 0])
    }
  }

  @Test(arguments: [1, 8], [0, 1, 15, 16, 17, 400])
  func everyRowIsAcceptedOnce(connections: Int, readers: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(readers), clock: clock)
    let relay = ScriptedTransport(batch: 16) { _ in Samples.accepted }
    let summary = run(ledger, relay, connections: connections)
    #expect(summary.accepted == readers && summary.attempts == readers)
    #expect(summary.error == nil && summary.trip == nil)
    #expect(ledger.count(.accepted) == readers)
    #expect(relay.count.bodies.count == readers)
    #expect(relay.count.connections <= connections)
    expectSettled(ledger, relay)
  }

  @Test func rowsTakenBackAreLeftOut() throws {
    let ledger = MemoryLedger(try Samples.deliveries(40), clock: clock)
    for id in stride(from: Int64(2), through: 40, by: 2) { ledger.takeBack(id) }
    let relay = ScriptedTransport(batch: 16) { _ in Samples.accepted }
    let summary = run(ledger, relay)
    #expect(summary.accepted == 20)
    #expect(ledger.count(.cancelled) == 20)
    #expect(relay.count.bodies.count == 20)
    expectSettled(ledger, relay)
  }

  @Test func aLetterThatCannotBeMadeEndsTheRunAndNobodyIsInDoubt() throws {
    let ledger = MemoryLedger(try Samples.deliveries(50), clock: clock)
    let relay = ScriptedTransport(batch: 16) { _ in Samples.accepted }
    let summary = run(ledger, relay, maker: TestMaker(failsAt: 21), connections: 1)
    #expect(summary.error == "no letter for 21")
    #expect(summary.accepted == 20 && ledger.count(.accepted) == 20)
    #expect(ledger.count(.planned) == 30)
    expectSettled(ledger, relay)
  }

  @Test(arguments: [1, 8])
  func interruptFinishesTheBatchAndTakesNoOther(connections: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(2000), clock: clock)
    let current = Mutex<DispatchRun?>(nil)
    let relay = ScriptedTransport(batch: 16) { attempt in
      if attempt.number == 20 { current.withLock { $0 }?.interrupt() }
      return Samples.accepted
    }
    let run = DispatchRun(
      ledger: ledger, transport: relay, maker: TestMaker(), clock: clock, connections: connections)
    current.withLock { $0 = run }
    let summary = run.run()
    #expect(summary.wasInterrupted)
    #expect(summary.accepted == relay.count.bodies.count)
    #expect(ledger.count(.accepted) == summary.accepted)
    #expect(ledger.count(.accepted) + ledger.count(.planned) == 2000)
    if connections == 1 { #expect(summary.accepted == 32) }
    expectSettled(ledger, relay)
  }

  @Test func troubleInABatchEndsTheRunAndTheRestIsTakenOffTheWire() throws {
    let ledger = MemoryLedger(try Samples.deliveries(100), clock: clock)
    let relay = ScriptedTransport(batch: 16) { attempt in
      attempt.number <= 20 ? Samples.accepted : Samples.lost
    }
    let summary = run(ledger, relay, connections: 1)
    #expect(summary.trip != nil)
    #expect(summary.accepted == 20 && summary.inDoubt == 5)
    #expect(ledger.count(.inDoubt) == 5)
    #expect(ledger.count(.planned) == 75)
    #expect(ledger.breaches.isEmpty && ledger.count(.onTheWire) == 0)
  }

  @Test func aFullDiskEndsTheRun() throws {
    let ledger = MemoryLedger(try Samples.deliveries(200), clock: clock, wiresLeft: 32)
    let relay = ScriptedTransport(batch: 16) { _ in Samples.accepted }
    let summary = run(ledger, relay, connections: 1)
    #expect(summary.error == "disk full")
    #expect(relay.count.bodies.count == 32, "no body without its mark")
    #expect(ledger.count(.accepted) <= 32)
    #expect(ledger.breaches.isEmpty)
  }
}
