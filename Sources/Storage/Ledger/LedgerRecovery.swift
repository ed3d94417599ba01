import GRDB

/// Settles what a run that ended left behind: claimed rows go back, rows on the wire are in doubt.
enum LedgerRecovery {
  /// Gives the number of rows put in doubt.
  ///
  /// `only` limits it to one run, else all but `run`.
  static func recover(
    _ db: Database, run: Int64?, only: Int64? = nil, now: Int64
  ) throws -> Int {
    let (condition, argument) = only.map { ("run_id = ?", $0) } ?? ("run_id <> ?", run ?? -1)
    let doubtful = try Row.fetchAll(
      db, sql: "SELECT id, run_id FROM delivery WHERE state = 2 AND \(condition)",
      arguments: [argument])
    for row in doubtful {
      let id: Int64 = row["id"]
      let oldRun: Int64 = row["run_id"]
      try db.execute(
        sql: """
          INSERT INTO attempt (delivery_id, run_id, at, outcome, stage, reply, note)
          VALUES (?, ?, ?, 'in-doubt', 'body', '', ?)
          """,
        arguments: [id, oldRun, now, "the sender ended while the letter was on the wire"])
      try db.execute(
        sql: """
          UPDATE delivery SET state = 6, run_id = NULL, tries = tries + 1,
            first_try = coalesce(first_try, ?), updated = ? WHERE id = ?
          """, arguments: [now, now, id])
    }
    try db.execute(
      sql: """
        UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, run_id = NULL
        WHERE state = 1 AND \(condition)
        """, arguments: [argument])
    return doubtful.count
  }

  /// Gives one row back as it was of which nothing left, though it is on the wire.
  static func takeOffTheWire(_ db: Database, _ id: Int64, run: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, run_id = NULL,
          message_id = ''
        WHERE id = ? AND state = 2 AND run_id = ?
        """
    ).execute(arguments: [id, run])
  }

  /// Gives one claimed row back as it was.
  static func release(_ db: Database, _ id: Int64, run: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, run_id = NULL
        WHERE id = ? AND state = 1 AND run_id = ?
        """
    ).execute(arguments: [id, run])
  }
}
