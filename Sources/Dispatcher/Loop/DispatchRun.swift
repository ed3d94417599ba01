import Dispatch
import Foundation
import Synchronization

/// One run: a thread for each connection, all fed from one queue, until nothing is due or the
/// relay is in trouble.
///
/// The first connection goes ahead alone; the others start when the relay has answered it about a
/// recipient. So a relay that is down or refuses us is asked once, not fifty times.
package final class DispatchRun: Sendable {
  private struct State {
    var summary = DispatchSummary()
    var breaker = CircuitBreaker()
    var started = 1
    var running = 0
  }

  let ledger: any Ledger
  let transport: any Transport
  let maker: any LetterMaker
  let decision: OutcomeDecision
  let clock: any WallClock
  private let connections: Int
  let queue: WorkQueue
  private let state = Mutex(State())
  private let done = DispatchSemaphore(value: 0)

  package init(
    ledger: any Ledger, transport: any Transport, maker: any LetterMaker,
    policy: RetryPolicy = .standard, clock: any WallClock, connections: Int
  ) {
    self.ledger = ledger
    self.transport = transport
    self.maker = maker
    decision = OutcomeDecision(policy: policy)
    self.clock = clock
    self.connections = max(1, connections)
    queue = WorkQueue(ledger: ledger, connections: max(1, connections))
  }

  /// Sends everything that is due; returns when all threads have ended and all is durable.
  package func run() -> DispatchSummary {
    state.withLock { $0.running = 1 }
    startThread()
    done.wait()
    do { try ledger.flush() } catch { note("\(error)") }
    return state.withLock { $0.summary }
  }

  /// Asks the run to end soon: what is on the wire is finished, the rest given back.
  package func interrupt() {
    state.withLock { $0.summary.wasInterrupted = true }
    endSoon()
  }

  /// What was reached so far, for a progress line.
  package var progress: DispatchSummary { state.withLock { $0.summary } }

  private func startThread() {
    let thread = Thread { [self] in
      work()
      let isLast = state.withLock { state in
        state.running -= 1
        return state.running == 0
      }
      if isLast { done.signal() }
    }
    thread.stackSize = 512 << 10
    thread.name = "connection"
    thread.start()
  }

  private func work() {
    let semaphore = DispatchSemaphore(value: 0)
    var buffer: [UInt8] = []
    do {
      let connection = try transport.makeConnection()
      defer { connection.close() }
      if transport.batch > 1 { return try workInBatches(on: connection) }
      while let delivery = try queue.next(waitingOn: semaphore) {
        try attempt(delivery, on: connection, buffer: &buffer)
      }
    } catch {
      note("\(error)")
      endSoon()
    }
  }

  private func attempt(
    _ delivery: ClaimedDelivery, on connection: any TransportConnection, buffer: inout [UInt8]
  ) throws {
    buffer.removeAll(keepingCapacity: true)
    let letter: OutgoingLetter
    do {
      letter = try maker.make(delivery, into: &buffer)
    } catch {
      try ledger.giveBack([delivery])
      throw error
    }
    var failure: (any Error)?
    let result = connection.deliver(buffer, envelope: letter.envelope) {
      do {
        return try ledger.putOnTheWire(delivery, messageID: letter.messageID)
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    let outcome = decision.outcome(
      for: delivery, result: result, othersPass: othersPass, now: clock.now())
    guard let outcome else {
      if !queue.putBack(delivery) { try ledger.giveBack([delivery]) }
      return
    }
    settle(outcome, delivery, result)
  }

  var othersPass: Bool { state.withLock { $0.breaker.hasPassed } }

  private func settle(
    _ outcome: Outcome, _ delivery: ClaimedDelivery, _ result: TransportResult
  ) {
    let (isKept, hasTripped) = count(outcome, result)
    if isKept {
      ledger.record(outcome)
    } else {
      do { try ledger.giveBack([delivery]) } catch { note("\(error)") }
    }
    if hasTripped { endSoon() }
  }

  /// Counts an outcome and starts the other connections after the first answer.
  ///
  /// Tells whether to record it, and whether the run has to end. A relay that never let anyone
  /// pass in this run leaves every row as it was.
  func count(_ outcome: Outcome, _ result: TransportResult) -> (isKept: Bool, hasTripped: Bool) {
    let (trip, hasPassed, toStart) = state.withLock { state in
      let trip = state.breaker.take(result)
      state.summary.count(outcome.step)
      if let trip, state.summary.trip == nil { state.summary.trip = trip }
      let hasPassed = state.breaker.hasPassed
      guard hasPassed, state.started < connections else { return (trip, hasPassed, 0) }
      let missing = connections - state.started
      state.started = connections
      state.running += missing
      return (trip, hasPassed, missing)
    }
    for _ in 0..<toStart { startThread() }
    guard trip != nil else { return (true, false) }
    if case .back = outcome.step { return (hasPassed, true) }
    return (true, true)
  }

  func endSoon() {
    let rest = queue.close()
    guard !rest.isEmpty else { return }
    do { try ledger.giveBack(rest) } catch { note("\(error)") }
  }

  private func note(_ words: String) {
    state.withLock { state in
      if state.summary.error == nil { state.summary.error = words }
    }
  }
}
