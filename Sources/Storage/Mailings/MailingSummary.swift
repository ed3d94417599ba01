package import Dispatcher
package import Foundation
import GRDB

/// A mailing with its newest approval and where its rows stand.
package struct MailingSummary: Sendable, Hashable {
  package let id: Int64
  package let name: String
  package let kind: String
  package let revision: Int
  package let contentHash: [UInt8]
  package let approvedBy: String
  package let approvedAt: Date
  package let lists: [String]
  /// Whether somebody began to send it, and did not stop it by hand since.
  package let isBegun: Bool
  package let counts: [DeliveryState: Int]
  /// When the next deferred or planned row is due.
  package let nextDue: Date?

  package subscript(state: DeliveryState) -> Int { counts[state] ?? 0 }

  package var total: Int { counts.values.reduce(0, +) }

  static func fetch(_ db: Database, name: String) throws -> Self? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT m.id, m.kind, r.number, r.content_hash, r.approved_by, r.approved_at
          FROM mailing m JOIN revision r ON r.mailing_id = m.id
          WHERE m.name = ? ORDER BY r.id DESC LIMIT 1
          """, arguments: [name])
    else { return nil }
    let id: Int64 = row["id"]
    var counts: [DeliveryState: Int] = [:]
    let states = try Row.fetchAll(
      db, sql: "SELECT state, count(*) AS n FROM delivery WHERE mailing_id = ? GROUP BY state",
      arguments: [id])
    for state in states {
      if let known = DeliveryState(code: state["state"]) { counts[known] = state["n"] }
    }
    let due = try Int64.fetchOne(
      db, sql: "SELECT min(due) FROM delivery WHERE mailing_id = ? AND state IN (0, 4)",
      arguments: [id])
    let lists = try String.fetchAll(
      db, sql: "SELECT list_name FROM mailing_list WHERE mailing_id = ? ORDER BY list_name",
      arguments: [id])
    let stopped = try Bool.fetchOne(
      db, sql: "SELECT stopped FROM run WHERE mailing_id = ? ORDER BY id DESC LIMIT 1",
      arguments: [id])
    let hash: Data = row["content_hash"]
    return Self(
      id: id, name: name, kind: row["kind"], revision: row["number"], contentHash: Array(hash),
      approvedBy: row["approved_by"], approvedAt: Timestamp.date(row["approved_at"]), lists: lists,
      isBegun: stopped == false, counts: counts, nextDue: due.map(Timestamp.date))
  }
}
