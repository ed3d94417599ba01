package import Foundation
import GRDB

/// The bounce log and the effects of what it tells.
package struct BounceStore: Sendable {
  let database: SolsticeDatabase
  private let outside: OutsideSuppressions?

  /// Suppressions are kept `outside`, too, where that is given.
  package init(database: SolsticeDatabase, outside: OutsideSuppressions? = nil) {
    self.database = database
    self.outside = outside
  }

  /// Keeps one report with its effects, in one transaction; durable when it returns.
  ///
  /// Gives the number of new lines: a report read twice counts once. Of erased people only the
  /// number is kept. `remark` is told where a suppression could not be kept outside.
  package func keep(
    _ entries: [(entry: BounceEntry, effect: BounceEffect)], at: Date,
    remark: (OutsideSuppressions.Failure) -> Void = { _ in }
  ) throws -> Int {
    let key = try SuppressionKey.load(database)
    let why = entries.lazy.compactMap { $0.effect.suspend ?? $0.effect.suppress }.first
    let note = ChangeNote(at: at, command: "inbox read", why: why ?? "")
    return try database.pool.write { db in
      let writer = BounceEffectWriter(db: db, key: key, recorder: ChangeRecorder(db, note))
      let erased = try ErasedReports(db, key)
      var new = 0
      var hashes: [Data] = []
      for (entry, effect) in entries {
        try insert(try erased.blanked(entry), db)
        guard db.changesCount == 1 else { continue }
        new += 1
        hashes += try writer.write(effect, delivery: entry.delivery)
      }
      if let failure = outside?.failure(toAppend: hashes) { remark(failure) }
      return new
    }
  }

  /// Goes through the log, the oldest first: refusals by SMTP and reports together.
  package func each(mailing: String? = nil, _ body: (BounceEntry) throws -> Void) throws {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(db, sql: Self.log, arguments: [mailing, mailing])
      while let row = try rows.next() { try body(BounceEntry(row: row)) }
    }
  }

  /// Notes that an inbox was read, whatever was in it: silence is evidence only with this.
  ///
  /// One note a day and source is kept, its last: cron reads every minute.
  package func noteReading(source: String, messages: Int, at: Date) throws {
    let now = Timestamp.from(at)
    try database.pool.write { db in
      try db.execute(
        sql: "DELETE FROM inbox_reading WHERE source = ? AND at / 86400000 = ? / 86400000",
        arguments: [source, now])
      try db.execute(
        sql: "INSERT INTO inbox_reading (at, source, messages) VALUES (?, ?, ?)",
        arguments: [now, source, messages])
    }
  }

  package func readings() throws -> [Date] {
    try database.pool.read {
      try Int64.fetchAll($0, sql: "SELECT at FROM inbox_reading ORDER BY at").map(Timestamp.date)
    }
  }

  private func insert(_ entry: BounceEntry, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO bounce (at, source, fingerprint, kind, recipient, contact_id, delivery_id,
          mailing, status, permanence, reason, diagnosis, told_by, proof)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        Timestamp.from(entry.at), entry.source, entry.fingerprint, entry.kind, entry.recipient,
        entry.contact, entry.delivery, entry.mailing, entry.status, entry.permanence, entry.reason,
        entry.diagnosis, entry.toldBy, entry.proof,
      ])
  }

  /// What the relay refused or put off at once is an attempt; what came later is a report.
  private static let log = """
    SELECT at, source, fingerprint, kind, recipient, contact_id, delivery_id, mailing, status,
      permanence, reason, diagnosis, told_by, proof
    FROM bounce WHERE (?1 IS NULL OR mailing = ?2)
    UNION ALL
    SELECT a.at, 'smtp', 'attempt-' || a.id,
      CASE a.outcome WHEN 'deferred' THEN 'delay' ELSE 'bounce' END, d.address, d.contact_id, d.id,
      m.name, a.status, a.permanence, coalesce(a.reason, 'other'),
      CASE a.reply WHEN '' THEN a.note ELSE a.reply END, 'smtp-reply', 'proof'
    FROM attempt a JOIN delivery d ON d.id = a.delivery_id JOIN mailing m ON m.id = d.mailing_id
    WHERE a.outcome IN ('refused', 'deferred') AND (?1 IS NULL OR m.name = ?2)
    ORDER BY at
    """
}
