import Dispatcher
import Foundation
import GRDB

/// Adds planned rows to the ledger, one for each mailbox.
struct Planner {
  private let mailing: Int64
  private let epoch: Int64
  private let now: Int64
  private var nextID: Int64?
  private var insertion: HotStatement?
  var result = ApprovalResult()

  init(mailing: Int64, epoch: Int64, now: Date) {
    self.mailing = mailing
    self.epoch = epoch
    self.now = Timestamp.from(now)
    result.mailing = mailing
  }

  mutating func plan(_ reader: Reader, language: String, _ db: Database) throws {
    let id = try takeID(db)
    let values: [HotStatement.Value] = [
      .integer(id), .integer(mailing), .text(reader.mailbox), .integer(reader.contact),
      .text(reader.address), .text(reader.name), .text(language), .integer(now),
    ]
    if try inserting(db).run(values) == 1 {
      nextID = id + 1
      result.planned += 1
      result.byLanguage[language, default: 0] += 1
      return
    }
    let owner = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT contact_id FROM delivery WHERE mailing_id = ? AND mailbox = ?"),
      arguments: [mailing, reader.mailbox])
    if owner != reader.contact { result.sharedMailboxes += 1 }
  }

  private mutating func inserting(_ db: Database) throws -> HotStatement {
    if let insertion { return insertion }
    let statement = try HotStatement(
      db,
      """
      INSERT INTO delivery
        (id, mailing_id, mailbox, contact_id, address, name, language, state, updated)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT (mailing_id, mailbox) DO NOTHING
      """)
    insertion = statement
    return statement
  }

  mutating func finish(_ db: Database, revision: Int64, number: Int) throws -> ApprovalResult {
    result.revision = number
    result.rows =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM delivery WHERE mailing_id = ?", arguments: [mailing]) ?? 0
    try db.execute(
      sql: "UPDATE revision SET readers = ? WHERE id = ?", arguments: [result.rows, revision])
    try count(db, revision)
    return result
  }

  /// Keeps for whom it was approved: readers of each list, and of all together, by language.
  private mutating func count(_ db: Database, _ revision: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO revision_readers (revision_id, list, language, readers)
        SELECT ?, '', language, count(*) FROM delivery
        WHERE mailing_id = ? AND state <> 7 GROUP BY language
        """, arguments: [revision, mailing])
    try db.execute(
      sql: """
        INSERT INTO revision_readers (revision_id, list, language, readers)
        SELECT ?, l.list_name, d.language, count(DISTINCT d.id)
        FROM mailing_list l CROSS JOIN subscription s ON s.list_id = l.list_id
        CROSS JOIN contact c ON c.id = s.contact_id
        CROSS JOIN delivery d ON d.mailing_id = l.mailing_id AND d.mailbox = c.mailbox
        WHERE l.mailing_id = ? AND s.state = 'confirmed' AND d.state <> 7
        GROUP BY l.list_name, d.language
        """, arguments: [revision, mailing])
    let rows = try Row.fetchAll(
      db, sql: "SELECT list, language, readers FROM revision_readers WHERE revision_id = ?",
      arguments: [revision])
    for row in rows { result.lists[row[0], default: [:]][row[1]] = row[2] }
    result.languages = result.lists.removeValue(forKey: "") ?? [:]
    let counts = try Row.fetchAll(
      db, sql: "SELECT state, count(*) FROM delivery WHERE mailing_id = ? GROUP BY state",
      arguments: [mailing])
    for row in counts {
      if let state = DeliveryState(code: row[0]) { result.counts[state] = row[1] }
    }
  }

  /// The upper 16 bits are the epoch, so that a restored copy never gives an old number anew.
  private mutating func takeID(_ db: Database) throws -> Int64 {
    if let nextID { return nextID }
    let first = epoch << 48
    let highest = try Int64.fetchOne(
      db, sql: "SELECT max(id) FROM delivery WHERE id >= ? AND id < ?",
      arguments: [first, (epoch + 1) << 48])
    let id = (highest ?? first) + 1
    nextID = id
    return id
  }
}
