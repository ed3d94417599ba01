package import Dispatcher
package import Foundation
import GRDB

/// One approval of a mailing, as it is kept for ever.
package struct RevisionRecord: Sendable, Hashable {
  package let id: Int64
  package let number: Int
  package let hash: [UInt8]
  package let by: String
  package let at: Date
  package let note: String
  /// The day that the letter bears, or empty where that was not kept.
  package let told: String
  package let readers: Int
  /// Readers by list, then by language.
  package let lists: [String: [String: Int]]
  /// Readers of all lists together, by language.
  package let languages: [String: Int]
  /// Where the rows stand that went on the wire with this revision.
  package let counts: [DeliveryState: Int]

  static func fetchAll(_ db: Database, mailing: Int64) throws -> [Self] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, number, content_hash, approved_by, approved_at, note, told, readers
        FROM revision WHERE mailing_id = ? ORDER BY number
        """, arguments: [mailing])
    return try rows.map { try Self(row: $0, db) }
  }

  private init(row: Row, _ db: Database) throws {
    id = row["id"]
    number = row["number"]
    let data: Data = row["content_hash"]
    hash = Array(data)
    by = row["approved_by"]
    at = Timestamp.date(row["approved_at"])
    note = row["note"]
    told = row["told"]
    readers = row["readers"]
    var lists: [String: [String: Int]] = [:]
    let figures = try Row.fetchAll(
      db, sql: "SELECT list, language, readers FROM revision_readers WHERE revision_id = ?",
      arguments: [id])
    for figure in figures { lists[figure[0], default: [:]][figure[1]] = figure[2] }
    languages = lists.removeValue(forKey: "") ?? [:]
    self.lists = lists
    var counts: [DeliveryState: Int] = [:]
    let states = try Row.fetchAll(
      db, sql: "SELECT state, count(*) FROM delivery WHERE revision_id = ? GROUP BY state",
      arguments: [id])
    for state in states {
      if let known = DeliveryState(code: state[0]) { counts[known] = state[1] }
    }
    self.counts = counts
  }
}
