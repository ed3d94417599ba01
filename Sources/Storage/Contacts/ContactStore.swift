import Foundation
import GRDB
package import Mail

/// Contacts, lists and subscriptions in SQLite.
package struct ContactStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  package func lists() throws -> [ListSummary] {
    try database.pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, name, source, source_modified, imported, rule FROM list ORDER BY name
          """
      ).map { row in
        let modified: Int64? = row["source_modified"]
        return ListSummary(
          id: row["id"], name: row["name"], source: row["source"],
          sourceModified: modified.map(Timestamp.date), imported: Timestamp.date(row["imported"]),
          rule: row["rule"])
      }
    }
  }

  /// Tells of mailboxes whether they must never be mailed, as it is now.
  package func suppressionCheck() throws -> @Sendable (MailboxKey) -> Bool {
    let key = try SuppressionKey.load(database)
    let hashes = try database.pool.read { db in
      Set(try Data.fetchAll(db, sql: "SELECT hash FROM suppression"))
    }
    return { !hashes.isEmpty && hashes.contains(key.hash(of: $0)) }
  }

  /// How many are on each list, and how many have left it; by the list's number.
  package func subscriptionCounts() throws -> [Int64: (confirmed: Int, left: Int)] {
    try database.pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT list_id, sum(state = 'confirmed') AS confirmed, sum(state = 'left') AS "left"
          FROM subscription GROUP BY list_id
          """)
      return Dictionary(
        uniqueKeysWithValues: rows.map { ($0["list_id"], ($0["confirmed"], $0["left"])) })
    }
  }

  /// Goes through the contacts in the order they were added, one at a time.
  ///
  /// Who was merged into another is no contact any more.
  package func each(_ body: (ContactRecord) throws -> Void) throws {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(db, sql: Self.select + " ORDER BY c.id")
      while let row = try rows.next() { try body(ContactRecord(row: row)) }
    }
  }

  package func contacts(at mailbox: MailboxKey) throws -> [ContactRecord] {
    try database.pool.read { db in
      try Row.fetchAll(
        db, sql: Self.select + " AND c.mailbox = ? ORDER BY c.id", arguments: [mailbox.rawValue]
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

  private static let select = """
    SELECT c.*, (SELECT group_concat(l.name || ':' || s.state, ';') FROM subscription s
      JOIN list l ON l.id = s.list_id WHERE s.contact_id = c.id) AS lists
    FROM contact c WHERE c.merged_into IS NULL
    """
}
