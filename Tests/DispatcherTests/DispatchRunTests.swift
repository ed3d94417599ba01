import Dispatcher
import FoundationEssentials
import Mail
import Synchronization
import Testing

struct DispatchRunTests {
  let clock = TestClock()

  private func run(
    _ ledger: MemoryLedger, _ relay: ScriptedTransport, maker: TestMaker = TestMaker(),
    connections: Int = 4
  ) -> DispatchSummary {
    DispatchRun(
      ledger: ledger, transport: relay, maker: maker, clock: clock, connections: connections
    ).run()
  }

  private func expectSettled(
    _ ledger: MemoryLedger, _ relay: ScriptedTransport, heldRows: Int = 0
  ) {
    #expect(ledger.breaches.isEmpty, "\(ledger.breaches.prefix(3))")
    #expect(ledger.count(.onTheWire) == 0)
    #expect(ledger.count(.claimed) == heldRows)
    let count = relay.count
    #expect(count.closed == count.connections)
    #expect(count.empty == 0)
    #expect(count.bodies.values.reduce(0, +) <= ledger.rows.map(\.wires).reduce(0, +))
  }

  @Test(arguments: [1, 8, 50], [0, 1, 7, 400])
  func allAccepted(connections: Int, readers: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(readers), clock: clock)
    let relay = ScriptedTransport { _ in Samples.accepted }
    let summary = run(ledger, relay, connections: connections)
    #expect(summary.accepted == readers)
    #expect(summary.attempts == readers)
    #expect(summary.error == nil && summary.trip == nil && !summary.wasInterrupted)
    #expect(ledger.count(.accepted) == readers)
    #expect(relay.count.bodies.count == readers)
    #expect(relay.count.bodies.values.allSatisfy { $0 == 1 })
    #expect(relay.count.connections <= connections)
    expectSettled(ledger, relay)
  }

  @Test func aRelayThatIsDownIsAskedOnceAndNobodyIsMarked() throws {
    let ledger = MemoryLedger(try Samples.deliveries(100), clock: clock)
    let relay = ScriptedTransport { _ in Samples.unreachable }
    let summary = run(ledger, relay, connections: 50)
    #expect(summary.trip == .unreachable(words: "connection refused"))
    #expect(relay.count.attempts == 1)
    #expect(relay.count.connections == 1)
    #expect(ledger.count(.planned) == 100)
    #expect(ledger.rows.allSatisfy { $0.outcomes == 0 && $0.due <= clock.now() })
    expectSettled(ledger, relay)
  }

  @Test func aRelayThatRefusesUsMarksNobody() throws {
    let ledger = MemoryLedger(try Samples.deliveries(20), clock: clock)
    let relay = ScriptedTransport { _ in
      TransportResult(
        stage: .authentication, reply: Samples.reply(535, "5.7.8 no"), fault: .loginFailed)
    }
    #expect(run(ledger, relay).trip == .loginFailed(words: "535 5.7.8 no"))
    #expect(relay.count.attempts == 1)
    #expect(ledger.count(.planned) == 20)
    expectSettled(ledger, relay)
  }

  @Test(arguments: [1, 8])
  func aRelayThatDiesInTheMiddle(connections: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(200), clock: clock)
    let relay = ScriptedTransport { attempt in
      attempt.number <= 50 ? Samples.accepted : Samples.unreachable
    }
    let summary = run(ledger, relay, connections: connections)
    #expect(summary.trip == .unreachable(words: "connection refused"))
    #expect(summary.accepted == 50)
    #expect(ledger.count(.accepted) == 50)
    #expect(ledger.count(.planned) == 150, "nobody refused, nobody deferred")
    #expect(relay.count.attempts <= 50 + 5 + connections)
    expectSettled(ledger, relay)
  }

  @Test func lostAfterTheBodyIsInDoubtAndNotSentAgain() throws {
    let ledger = MemoryLedger(try Samples.deliveries(30), clock: clock)
    let relay = ScriptedTransport { attempt in
      attempt.number % 3 == 0 ? Samples.lost : Samples.accepted
    }
    let summary = run(ledger, relay, connections: 1)
    #expect(summary.inDoubt == 10)
    #expect(ledger.count(.inDoubt) == 10)
    #expect(relay.count.toRecipient.values.allSatisfy { $0 == 1 })
    expectSettled(ledger, relay)
  }

  @Test func rowsTakenBackAreNotSent() throws {
    let ledger = MemoryLedger(try Samples.deliveries(40), clock: clock)
    for id in stride(from: Int64(2), through: 40, by: 2) { ledger.takeBack(id) }
    let relay = ScriptedTransport { _ in Samples.accepted }
    let summary = run(ledger, relay)
    #expect(summary.takenBack == 20)
    #expect(summary.accepted == 20)
    #expect(ledger.count(.cancelled) == 20)
    #expect(relay.count.bodies.count == 20)
    #expect(relay.count.refusedBodies == 20)
    expectSettled(ledger, relay)
  }

  /// Interrupts a run from within a transaction, with a certain result of that transaction.
  private func interrupted(
    at number: Int, readers: Int, connections: Int,
    _ result: @escaping @Sendable (ScriptedTransport.Attempt) -> TransportResult
  ) throws -> (ledger: MemoryLedger, relay: ScriptedTransport, summary: DispatchSummary) {
    let ledger = MemoryLedger(try Samples.deliveries(readers), clock: clock)
    let current = Mutex<DispatchRun?>(nil)
    let relay = ScriptedTransport { attempt in
      if attempt.number == number { current.withLock { $0 }?.interrupt() }
      return result(attempt)
    }
    let run = DispatchRun(
      ledger: ledger, transport: relay, maker: TestMaker(), clock: clock, connections: connections)
    current.withLock { $0 = run }
    return (ledger, relay, run.run())
  }

  @Test(arguments: [1, 8])
  func interruptEndsAndGivesBack(connections: Int) throws {
    let (ledger, relay, summary) = try interrupted(
      at: 20, readers: 500, connections: connections
    ) { _ in Samples.accepted }
    #expect(summary.wasInterrupted)
    #expect(summary.accepted == relay.count.bodies.count, "what was on the wire is finished")
    #expect(ledger.count(.accepted) + ledger.count(.planned) == 500)
    #expect(relay.count.attempts < 500)
    expectSettled(ledger, relay)
  }

  /// The row of a stale connection is put back to be tried at once: not when the run is over.
  @Test func interruptDuringAStaleConnectionGivesItsRowBack() throws {
    let (ledger, relay, _) = try interrupted(at: 5, readers: 50, connections: 1) { attempt in
      attempt.number == 5 ? Samples.staleConnection : Samples.accepted
    }
    #expect(ledger.count(.accepted) == 4)
    #expect(ledger.count(.planned) == 46)
    expectSettled(ledger, relay)
  }

  @Test func interruptDuringAClaimGivesItBack() throws {
    let current = Mutex<DispatchRun?>(nil)
    let ledger = MemoryLedger(try Samples.deliveries(5), clock: clock) {
      current.withLock { $0 }?.interrupt()
    }
    let relay = ScriptedTransport { _ in Samples.accepted }
    let run = DispatchRun(
      ledger: ledger, transport: relay, maker: TestMaker(), clock: clock, connections: 3)
    current.withLock { $0 = run }
    #expect(run.run().wasInterrupted)
    #expect(relay.count.attempts == 0)
    #expect(ledger.count(.planned) == 5)
    expectSettled(ledger, relay)
  }

  @Test func interruptBeforeTheStartSendsNothing() throws {
    let ledger = MemoryLedger(try Samples.deliveries(5), clock: clock)
    let relay = ScriptedTransport { _ in Samples.accepted }
    let run = DispatchRun(
      ledger: ledger, transport: relay, maker: TestMaker(), clock: clock, connections: 3)
    run.interrupt()
    #expect(run.run().accepted == 0)
    #expect(relay.count.attempts == 0)
    expectSettled(ledger, relay)
  }

  @Test(arguments: [1, 8])
  func aFullDiskEndsTheRun(connections: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(200), clock: clock, wiresLeft: 30)
    let relay = ScriptedTransport { _ in Samples.accepted }
    let summary = run(ledger, relay, connections: connections)
    #expect(summary.error == "disk full")
    #expect(relay.count.bodies.count == 30, "no body without its mark")
    #expect(relay.count.refusedBodies <= connections, "each connection meets it once")
    #expect(summary.takenBack == 0)
    #expect(ledger.count(.accepted) <= 30)
    // Outcomes that could not be kept any more stay on the wire, where the next run finds them.
    #expect(ledger.count(.accepted) + ledger.count(.onTheWire) == 30)
    #expect(ledger.count(.onTheWire) < connections)
    #expect(ledger.breaches.isEmpty)
  }

  @Test(arguments: [1, 8])
  func aStaleConnectionIsTriedAgainAtOnce(connections: Int) throws {
    let ledger = MemoryLedger(try Samples.deliveries(100), clock: clock)
    let relay = ScriptedTransport { attempt in
      attempt.onConnection == 4 ? Samples.staleConnection : Samples.accepted
    }
    let summary = run(ledger, relay, connections: connections)
    #expect(summary.accepted == 100)
    #expect(summary.sentBack == 0)
    #expect(ledger.rows.allSatisfy { $0.delivery.tries == 0 && $0.claims == 1 })
    if connections == 1 { #expect(relay.count.attempts > 100) }
    expectSettled(ledger, relay)
  }

  @Test func aLetterThatCannotBeMadeEndsTheRun() throws {
    let ledger = MemoryLedger(try Samples.deliveries(50), clock: clock)
    let relay = ScriptedTransport { _ in Samples.accepted }
    let summary = run(ledger, relay, maker: TestMaker(failsAt: 11), connections: 1)
    #expect(summary.error == "no letter for 11")
    #expect(summary.accepted == 10)
    #expect(ledger.count(.planned) == 40)
    #expect(relay.count.attempts == 10)
    expectSettled(ledger, relay)
  }

  @Test func aTransportThatCannotOpenEndsTheRun() throws {
    let ledger = MemoryLedger(try Samples.deliveries(5), clock: clock)
    let relay = ScriptedTransport(cannotOpen: true) { _ in Samples.accepted }
    #expect(run(ledger, relay).error == "no handle")
    #expect(ledger.count(.planned) == 5)
    expectSettled(ledger, relay)
  }

  @Test func aRecipientsFailureStopsNobody() throws {
    let ledger = MemoryLedger(try Samples.deliveries(60), clock: clock)
    let relay = ScriptedTransport { attempt in
      switch attempt.number % 3 {
      case 0: Samples.refused(550, "5.1.1 no such user", at: .recipient)
      case 1: Samples.refused(452, "4.2.2 full", at: .afterDot)
      default: Samples.accepted
      }
    }
    let summary = run(ledger, relay, connections: 1)
    #expect(summary.refused == 20)
    #expect(summary.deferred == 20)
    #expect(summary.accepted == 20)
    #expect(summary.trip == nil)
    expectSettled(ledger, relay)
  }

  @Test func theOthersStartOnlyAfterAnAnswer() throws {
    let ledger = MemoryLedger(try Samples.deliveries(3), clock: clock)
    let relay = ScriptedTransport { _ in Samples.droppedAtMail }
    _ = run(ledger, relay, connections: 50)
    #expect(relay.count.connections == 1)
    #expect(ledger.rows.allSatisfy { $0.delivery.tries == 0 })
  }
}
