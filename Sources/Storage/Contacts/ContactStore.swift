package import Foundation
import GRDB
package import Mail

/// Contacts, lists and subscriptions in SQLite.
package struct ContactStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Keeps a list as read; importing the same file again changes nothing.
  package func importList(_ list: ListImport) throws -> ImportResult {
    let key = try SuppressionKey.load(database)
    let now = Timestamp.from(list.at)
    return try database.pool.write { db in
      try db.execute(
        sql: """
          INSERT INTO list (name, source, source_modified, imported) VALUES (?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET source = excluded.source,
            source_modified = excluded.source_modified, imported = excluded.imported
          """,
        arguments: [list.list, list.source, list.modified.map(Timestamp.from), now])
      let id =
        try Int64.fetchOne(db, sql: "SELECT id FROM list WHERE name = ?", arguments: [list.list])
        ?? 0
      try db.execute(sql: "DELETE FROM list_row WHERE list_id = ?", arguments: [id])
      var importer = ContactImporter(
        list: id, now: now, key: key, basis: list.basis, evidence: list.evidence)
      for entry in list.entries { try importer.take(entry, db) }
      try importer.findMissing(db)
      return importer.result
    }
  }

  package func lists() throws -> [ListSummary] {
    try database.pool.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, name, source, source_modified, imported FROM list ORDER BY name"
      ).map { row in
        let modified: Int64? = row["source_modified"]
        return ListSummary(
          id: row["id"], name: row["name"], source: row["source"],
          sourceModified: modified.map(Timestamp.date), imported: Timestamp.date(row["imported"]))
      }
    }
  }

  /// Goes through the contacts in the order they were added, one at a time.
  package func each(_ body: (ContactRecord) throws -> Void) throws {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(db, sql: Self.select + " ORDER BY c.id")
      while let row = try rows.next() { try body(ContactRecord(row: row)) }
    }
  }

  package func contacts(at mailbox: MailboxKey) throws -> [ContactRecord] {
    try database.pool.read { db in
      try Row.fetchAll(
        db, sql: Self.select + " WHERE c.mailbox = ? ORDER BY c.id", arguments: [mailbox.rawValue]
      ).map(ContactRecord.init(row:))
    }
  }

  /// Entries of the lists that can't be mailed as they stand: suspect and bad ones.
  package func unmailable() throws -> [UnmailableEntry] {
    try database.pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT l.name AS list, l.source, r.line, r.written, r.verdict, r.code, r.reason,
            r.suggestion, r.member, r.name
          FROM list_row r JOIN list l ON l.id = r.list_id WHERE r.contact_id IS NULL
          ORDER BY l.name, r.line, r.position
          """
      ).map(UnmailableEntry.init(row:))
    }
  }

  /// Takes a mailbox off all lists or one; letters not yet on the wire are taken back with it.
  ///
  /// Gives the number of subscriptions that ended.
  package func leave(
    _ mailbox: MailboxKey, list: String?, evidence: String, at: Date
  ) throws -> Int {
    let now = Timestamp.from(at)
    return try database.pool.write { db in
      try db.execute(
        sql: """
          UPDATE subscription SET state = 'left', evidence = ?, since = ?
          WHERE state <> 'left' AND contact_id IN (SELECT id FROM contact WHERE mailbox = ?)
            AND (? IS NULL OR list_id IN (SELECT id FROM list WHERE name = ?))
          """, arguments: [evidence, now, mailbox.rawValue, list, list])
      let ended = db.changesCount
      try MailingStore.cancelWhereLeft(
        db, mailbox: mailbox.rawValue, reason: "has left the list", now: now)
      return ended
    }
  }

  /// Puts a mailbox on the list of those that must never be mailed.
  package func suppress(
    _ mailbox: MailboxKey, reason: String, evidence: String, at: Date
  ) throws {
    let hash = try SuppressionKey.load(database).hash(of: mailbox)
    let now = Timestamp.from(at)
    try database.pool.write { db in
      try BounceEffectWriter.suppress(
        db, hash: hash, mailbox: mailbox.rawValue, reason: reason, evidence: evidence,
        now: now)
    }
  }

  private static let select = """
    SELECT c.*, (SELECT group_concat(l.name || ':' || s.state, ';') FROM subscription s
      JOIN list l ON l.id = s.list_id WHERE s.contact_id = c.id) AS lists FROM contact c
    """
}
