package import Foundation
import GRDB

/// What people decided about doubtful lines of lists; kept, so that a later import knows it too.
package struct DecisionStore: Sendable {
  /// One decision: `accept`, `keep`, `remove`, or an address.
  package struct Decision: Sendable, Hashable {
    package let line: Int
    package let written: String
    package let choice: String

    package init(line: Int, written: String, choice: String) {
      self.line = line
      self.written = written
      self.choice = choice
    }
  }

  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  package func save(_ decisions: [Decision], list: String, at: Date) throws {
    try database.pool.write { db in
      for decision in decisions {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO decision (list, line, written, choice, decided)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            list, decision.line, decision.written, decision.choice, Timestamp.from(at),
          ])
      }
    }
  }

  package func decisions(list: String) throws -> [Decision] {
    try database.pool.read { db in
      try Row.fetchAll(
        db, sql: "SELECT line, written, choice FROM decision WHERE list = ? ORDER BY line",
        arguments: [list]
      ).map { Decision(line: $0["line"], written: $0["written"], choice: $0["choice"]) }
    }
  }
}
