import Dispatch
import Synchronization

/// Hands claimed deliveries to the connections, claiming ahead only as much as they use up in
/// about two seconds.
final class WorkQueue: Sendable {
  private struct State {
    var ready: [ClaimedDelivery] = []
    var next = 0
    var isRefilling = false
    var isClosed = false
    var isExhausted = false
    var waiters: [DispatchSemaphore] = []
    var batch: Int
    var filledAt: ContinuousClock.Instant?
  }

  private let ledger: any Ledger
  private let smallest: Int
  private let state: Mutex<State>

  init(ledger: any Ledger, connections: Int) {
    self.ledger = ledger
    smallest = max(1, connections)
    state = Mutex(State(batch: max(1, connections) * 2))
  }

  private enum Step {
    case take(ClaimedDelivery)
    case refill(Int)
    case wait
    case end
  }

  /// Gives the next delivery, claiming more where none is left; nil when the run is over.
  func next(waitingOn semaphore: DispatchSemaphore) throws -> ClaimedDelivery? {
    while true {
      switch step(semaphore) {
      case .take(let delivery): return delivery
      case .end: return nil
      case .wait: semaphore.wait()
      case .refill(let limit): try refill(limit)
      }
    }
  }

  /// Whether the run is over.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Puts one back to be tried at once, on a new connection; false when the run is over.
  func putBack(_ delivery: ClaimedDelivery) -> Bool {
    let waiters = state.withLock { state -> [DispatchSemaphore]? in
      if state.isClosed { return nil }
      state.ready.append(delivery)
      return Self.takeWaiters(&state)
    }
    for waiter in waiters ?? [] { waiter.signal() }
    return waiters != nil
  }

  /// Ends the run: nobody gets more.
  ///
  /// Gives what was claimed and not begun.
  func close() -> [ClaimedDelivery] {
    let (rest, waiters) = state.withLock { state in
      state.isClosed = true
      let rest = Array(state.ready[state.next...])
      state.ready = []
      state.next = 0
      return (rest, Self.takeWaiters(&state))
    }
    for waiter in waiters { waiter.signal() }
    return rest
  }

  private func step(_ semaphore: DispatchSemaphore) -> Step {
    state.withLock { state in
      if state.isClosed { return .end }
      if state.next < state.ready.count {
        let delivery = state.ready[state.next]
        state.next += 1
        return .take(delivery)
      }
      if state.isExhausted { return .end }
      if state.isRefilling {
        state.waiters.append(semaphore)
        return .wait
      }
      state.isRefilling = true
      return .refill(Self.batch(&state, smallest: smallest))
    }
  }

  private func refill(_ limit: Int) throws {
    let result = Result { try ledger.claim(limit: limit) }
    let (waiters, late) = state.withLock { state in
      state.isRefilling = false
      var late: [ClaimedDelivery] = []
      switch result {
      case .success(let claimed):
        if state.isClosed {
          late = claimed
        } else {
          state.ready = Array(state.ready[state.next...]) + claimed
          state.next = 0
          state.isExhausted = claimed.isEmpty
          state.filledAt = .now
        }
      case .failure: state.isExhausted = true
      }
      return (Self.takeWaiters(&state), late)
    }
    for waiter in waiters { waiter.signal() }
    if !late.isEmpty { try ledger.giveBack(late) }
    if case .failure(let error) = result { throw error }
  }

  /// Sizes the next claim by how long the last one lasted.
  private static func batch(_ state: inout State, smallest: Int) -> Int {
    guard let filledAt = state.filledAt else { return state.batch }
    let lasted = max(.now - filledAt, .milliseconds(1)) / .seconds(1)
    let perSecond = Double(state.batch) / lasted
    state.batch = min(max(Int(perSecond), smallest), state.batch * 2, 8192)
    return state.batch
  }

  private static func takeWaiters(_ state: inout State) -> [DispatchSemaphore] {
    defer { state.waiters = [] }
    return state.waiters
  }
}
