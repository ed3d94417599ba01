import Dispatch
import Dispatcher
import GRDB
import Synchronization

/// A question to the committer that its asker waits for.
final class CommitRequest<Answer: Sendable>: Sendable {
  private let answer = Mutex<Result<Answer, any Error>?>(nil)
  private let arrived = DispatchSemaphore(value: 0)

  /// Called by the committer, after the commit.
  func fulfil(_ result: Result<Answer, any Error>) {
    answer.withLock { $0 = result }
    arrived.signal()
  }

  /// Blocks until the answer is durable.
  func wait() throws -> Answer {
    arrived.wait()
    guard let result = answer.withLock({ $0 }) else { throw CommitterStopped() }
    return try result.get()
  }
}

/// The committer's thread has ended; nothing more is written.
struct CommitterStopped: Error, CustomStringConvertible {
  var description: String { "the ledger is closed" }
}

/// A write that somebody asks for: it runs inside the group's transaction and is told afterwards.
struct PendingWrite: Sendable {
  /// Does the write; the returned closure runs after the commit.
  let perform: @Sendable (Database) throws -> @Sendable () -> Void
  /// Called instead where the transaction failed.
  let fail: @Sendable (any Error) -> Void
  /// Whether somebody waits: then the commit is due at once, else within 50 ms.
  let isAwaited: Bool
}
