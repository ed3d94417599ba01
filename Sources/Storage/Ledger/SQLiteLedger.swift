package import Dispatcher
import Foundation
import GRDB
import Mail

/// The ledger in SQLite, for one run of one sender.
///
/// Make it only while holding the workspace's send lock: it recovers what a dead run left behind.
package final class SQLiteLedger: Ledger {
  let database: SolsticeDatabase
  let selection: LedgerSelection
  let run: Int64
  let pace: Pace
  let clock: any WallClock
  let suppressions: SuppressionKey
  private let committer: Committer
  private let revision: Int64
  /// What recovery did: rows of dead runs put in doubt.
  package let recovered: Int

  /// Begins a run: rows that a dead run held are recovered first, in one transaction.
  package init(
    database: SolsticeDatabase, selection: LedgerSelection, relay: String, pace: Pace = Pace(),
    clock: any WallClock
  ) throws {
    self.database = database
    self.selection = selection
    self.pace = pace
    self.clock = clock
    let now = Timestamp.from(clock.now())
    let process = Int(getpid())
    suppressions = try SuppressionKey.load(database)
    (run, revision, recovered) = try database.pool.write { db in
      try db.execute(
        sql: "INSERT INTO run (started, mailing_id, relay, process) VALUES (?, ?, ?, ?)",
        arguments: [now, selection.mailing, relay, process])
      let run = db.lastInsertedRowID
      let recovered = try LedgerRecovery.recover(db, run: run, now: now)
      let revision =
        try selection.revision
        ?? Int64.fetchOne(
          db, sql: "SELECT max(id) FROM revision WHERE mailing_id = ?",
          arguments: [selection.mailing]) ?? 0
      return (run, revision, recovered)
    }
    committer = Committer(pool: database.pool)
  }

  package func claim(limit: Int) throws -> [ClaimedDelivery] {
    let claim = claim()
    return try committer.perform { try claim.take($0, limit: limit) }
  }

  package func takeOnTheWire(
    limit: Int, messageID: @escaping @Sendable (ClaimedDelivery) -> String
  ) throws -> [ClaimedDelivery] {
    let claim = claim()
    return try committer.perform { try claim.take($0, limit: limit, messageID: messageID) }
  }

  private func claim() -> LedgerClaim {
    LedgerClaim(
      selection: selection, run: run, revision: revision, pace: pace, now: clock.now(),
      suppressions: suppressions)
  }

  package func putOnTheWire(_ delivery: ClaimedDelivery, messageID: String) throws -> Bool {
    let now = Timestamp.from(clock.now())
    let run = run
    return try committer.perform { db in
      let mark = try HotStatement(
        db,
        """
        UPDATE delivery SET state = 2, revision_id = ?, message_id = ?, updated = ?
        WHERE id = ? AND state = 1 AND run_id = ?
        """)
      return try mark.run([
        .integer(delivery.revision), .text(messageID), .integer(now), .integer(delivery.id),
        .integer(run),
      ]) == 1
    }
  }

  package func record(_ outcome: Outcome) {
    let run = run
    committer.submit(
      PendingWrite(
        perform: { db in
          try LedgerOutcome.write([outcome], run: run, to: db)
          return {}
        }, fail: { _ in }, isAwaited: false))
  }

  package func record(_ outcomes: [Outcome]) {
    let run = run
    committer.submit(
      PendingWrite(
        perform: { db in
          try LedgerOutcome.write(outcomes, run: run, to: db)
          return {}
        }, fail: { _ in }, isAwaited: false))
  }

  package func takeOffTheWire(_ deliveries: [ClaimedDelivery]) throws {
    let run = run
    try committer.perform { db in
      for delivery in deliveries { try LedgerRecovery.takeOffTheWire(db, delivery.id, run: run) }
    }
  }

  package func giveBack(_ deliveries: [ClaimedDelivery]) throws {
    let run = run
    try committer.perform { db in
      for delivery in deliveries { try LedgerRecovery.release(db, delivery.id, run: run) }
    }
  }

  package func flush() throws {
    try committer.perform { _ in }
  }

  /// Ends the run; whatever is still claimed by it goes back.
  ///
  /// `stopped` notes that a person asked for it: then cron does not go on by itself.
  package func end(stopped: Bool = false) throws {
    committer.stop()
    let now = Timestamp.from(clock.now())
    let run = run
    try database.pool.write { db in
      _ = try LedgerRecovery.recover(db, run: nil, only: run, now: now)
      try db.execute(
        sql: "UPDATE run SET ended = ?, stopped = ? WHERE id = ?", arguments: [now, stopped, run])
    }
  }
}
