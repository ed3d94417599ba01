import Dispatcher
import GRDB

/// Takes the outcome of a letter whose reader was erased while it was on the wire.
///
/// The erasure has given its run a negative number, so that the run's own statement finds nothing
/// and no other letter pays for asking.
enum ErasedOutcome {
  /// Gives whether the row was such a one: then the server's words are not kept.
  static func write(
    _ outcome: Outcome, run: Int64, now: Int64, to db: Database
  ) throws -> Bool {
    let state: DeliveryState =
      switch outcome.step {
      case .accepted: .accepted
      case .refused: .refused
      case .inDoubt: .inDoubt
      // Nobody is there to try again for.
      case .deferred, .back, .takenBack: .cancelled
      }
    try db.execute(
      sql: """
        UPDATE delivery SET state = ?, run_id = NULL, tries = tries + 1,
          first_try = coalesce(first_try, ?), reply = ?, updated = ?
        WHERE id = ? AND state = 2 AND run_id = ? AND mailbox GLOB ?
        """,
      arguments: [
        state.code, now, state == .cancelled ? "erased" : "", now, outcome.delivery, -run,
        ErasedMailbox.pattern,
      ])
    if db.changesCount == 1 { return true }
    return try Bool.fetchOne(
      db, sql: "SELECT mailbox GLOB ? FROM delivery WHERE id = ?",
      arguments: [ErasedMailbox.pattern, outcome.delivery]) ?? false
  }
}
