package import Foundation
import GRDB

/// Single values that belong to the workspace as a whole.
package struct Meta: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Gives a value, making and keeping it where there is none.
  package func bytes(_ key: String, orMake make: () -> Data) throws -> Data {
    if let found = try bytes(key) { return found }
    return try database.pool.write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", arguments: [key, make()])
      return try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
        ?? Data()
    }
  }

  package func bytes(_ key: String) throws -> Data? {
    try database.pool.read {
      try Data.fetchOne($0, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  package func set(_ key: String, _ value: Data) throws {
    try database.pool.write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }
}
