import Foundation
import GRDB

/// The history of contacts: what was changed, and how it is taken back.
package struct ChangeStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// The last sets, the newest first; for a contact those that changed it, with its steps.
  package func sets(limit: Int = 50, contact: Int64? = nil) throws -> [ChangeSet] {
    try database.pool.read { db in
      let condition =
        contact == nil ? "" : "WHERE id IN (SELECT set_id FROM change WHERE contact_id = ?)"
      var arguments = StatementArguments(contact.map { [$0] } ?? [])
      arguments += [limit]
      let history = ChangeHistory(db: db)
      return try Row.fetchAll(
        db, sql: "SELECT * FROM change_set \(condition) ORDER BY id DESC LIMIT ?",
        arguments: arguments
      ).map { row in
        let id: Int64 = row["id"]
        let counts = try Row.fetchAll(
          db, sql: "SELECT entity, count(*) AS n FROM change WHERE set_id = ? GROUP BY entity",
          arguments: [id])
        func count(_ entity: RowImage) -> Int {
          counts.first { $0["entity"] == entity.rawValue }?["n"] ?? 0
        }
        return ChangeSet(
          id: id, at: Timestamp.date(row["at"]), command: row["command"], who: row["who"],
          why: row["why"], undoes: row["undoes"], undoneBy: row["undone_by"],
          contacts: count(.contact), subscriptions: count(.subscription),
          suppressions: count(.suppression),
          steps: try contact.map { try history.steps(set: id, contact: $0) } ?? [])
      }
    }
  }

  /// Puts back what a set changed, where nothing later changed it again; one transaction.
  ///
  /// It is a set of its own, which can be undone in turn. What somebody's own leaving ended comes
  /// back only with a reason. Letters that were taken back stay so: an approval plans them anew.
  package func undo(_ set: Int64, note: ChangeNote) throws -> UndoResult {
    let epoch = try Epoch.load(database)
    return try LargeTransaction.run(database) { db in
      var undoing = try Undoing(db, set: set, note: note, epoch: epoch)
      try undoing.run()
      return (undoing.result, isToKeep: true)
    }
  }
}
