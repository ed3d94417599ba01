package import Foundation
import GRDB

/// What happened with each mailbox: attempts, proven reports, and leaving.
package struct HistoryStore: Sendable {
  /// One thing that happened.
  package struct Record: Sendable, Hashable {
    package let mailbox: String
    package let at: Date
    /// `accepted`, `refused`, `deferred`, `bounce` or `left`.
    package let kind: String
    package let reason: String
    package let permanence: String
    package let words: String
    package let mailing: String
  }

  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Goes through all records, mailbox by mailbox, the oldest first.
  package func each(_ body: (Record) throws -> Void) throws {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(db, sql: Self.events)
      while let row = try rows.next() {
        try body(
          Record(
            mailbox: row["mailbox"], at: Timestamp.date(row["at"]), kind: row["kind"],
            reason: row["reason"], permanence: row["permanence"], words: row["words"],
            mailing: row["mailing"]))
      }
    }
  }

  private static let events = """
    SELECT d.mailbox AS mailbox, a.at AS at, a.outcome AS kind, coalesce(a.reason, '') AS reason,
      coalesce(a.permanence, '') AS permanence, a.reply AS words, m.name AS mailing
    FROM attempt a JOIN delivery d ON d.id = a.delivery_id JOIN mailing m ON m.id = d.mailing_id
    WHERE a.outcome IN ('accepted', 'refused', 'deferred')
    UNION ALL
    SELECT d.mailbox, b.at, b.kind, b.reason, coalesce(b.permanence, ''), b.diagnosis, b.mailing
    FROM bounce b JOIN delivery d ON d.id = b.delivery_id
    WHERE b.proof = 'proof' AND b.kind = 'bounce'
    UNION ALL
    SELECT c.mailbox, max(s.since), 'left', '', '', '', ''
    FROM subscription s JOIN contact c ON c.id = s.contact_id
    GROUP BY c.mailbox HAVING min(s.state = 'left') = 1
    ORDER BY mailbox, at
    """
}
