import Dispatch
import Foundation
import GRDB
import Synchronization

/// The one thread that writes the ledger during a run, grouping what all connections ask for.
///
/// A group is one transaction with one fsync. Between groups it leaves a gap, because back-to-back
/// commits starve every other process on the database.
final class Committer: Sendable {
  private struct State {
    var pending: [PendingWrite] = []
    var isStopped = false
    var failure: (any Error)?
  }

  private let pool: DatabasePool
  private let gap: UInt32
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// `gap` is the longest pause between two groups, in microseconds.
  init(pool: DatabasePool, gap: UInt32 = 1500) {
    self.pool = pool
    self.gap = gap
    let thread = Thread { [self] in
      work()
      ended.signal()
    }
    thread.name = "committer"
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Hands over a write without waiting.
  func submit(_ write: PendingWrite) {
    let failure = state.withLock { state -> (any Error)? in
      if let failure = state.failure { return failure }
      if state.isStopped { return CommitterStopped() }
      state.pending.append(write)
      return nil
    }
    if let failure {
      write.fail(failure)
    } else {
      wake.signal()
    }
  }

  /// Runs a write in the next group and returns when it is durable.
  func perform<Answer: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Answer
  ) throws -> Answer {
    let request = CommitRequest<Answer>()
    submit(
      PendingWrite(
        perform: { db in
          let answer = try body(db)
          return { request.fulfil(.success(answer)) }
        }, fail: { request.fulfil(.failure($0)) }, isAwaited: true))
    return try request.wait()
  }

  /// Commits what is left and ends the thread.
  func stop() {
    state.withLock { $0.isStopped = true }
    wake.signal()
    ended.wait()
  }

  private func work() {
    while true {
      wake.wait()
      collectForAWhile()
      let (group, isOver) = state.withLock { state in
        defer { state.pending = [] }
        return (state.pending, state.isStopped)
      }
      if !group.isEmpty {
        commit(group)
        usleep(pause(after: group.count))
      } else if isOver {
        return
      }
      // The end may have been announced while this group was written.
      if isOver { wake.signal() }
    }
  }

  /// The pause after a group: where few ask, they are away for a while by themselves, and a long
  /// pause would only hold them up; where many ask, it gathers them into fewer commits.
  private func pause(after count: Int) -> UInt32 {
    min(gap, 300 + UInt32(clamping: count) * 30)
  }

  /// Outcomes that nobody waits for stay up to 50 ms, so that they share a commit.
  private func collectForAWhile() {
    let deadline = DispatchTime.now() + .milliseconds(50)
    while true {
      while wake.wait(timeout: .now()) == .success {}
      let isUrgent = state.withLock { state in
        state.isStopped || state.pending.contains { $0.isAwaited } || state.pending.isEmpty
      }
      if isUrgent || wake.wait(timeout: deadline) == .timedOut { return }
    }
  }

  private func commit(_ group: [PendingWrite]) {
    do {
      let followUps = try pool.writeWithoutTransaction { db in
        var followUps: [@Sendable () -> Void] = []
        followUps.reserveCapacity(group.count)
        try db.inTransaction(.immediate) {
          for write in group { followUps.append(try write.perform(db)) }
          return .commit
        }
        return followUps
      }
      for followUp in followUps { followUp() }
    } catch {
      // After a failed write nothing of this run may go on as if it had been kept.
      state.withLock { $0.failure = error }
      for write in group { write.fail(error) }
    }
  }
}
