import GRDB

/// One transaction that may touch a million rows.
enum LargeTransaction {
  /// Runs it and gives its value; the whole of it counts, or nothing.
  ///
  /// Mailboxes go to random places of an index: where it is not held in memory, it is written out
  /// a hundred times over. The log is emptied at the end, or its file would stay as large.
  static func run<Value>(
    _ database: SolsticeDatabase, _ body: (Database) throws -> (Value, isToKeep: Bool)
  ) throws -> Value {
    try database.pool.writeWithoutTransaction { db in
      let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? -2000
      try db.execute(sql: "PRAGMA cache_size = -\(cache)")
      defer { try? db.execute(sql: "PRAGMA cache_size = \(usual)") }
      let before = db.totalChangesCount
      var value: Value?
      try db.inTransaction(.immediate) {
        let (result, isToKeep) = try body(db)
        value = result
        return isToKeep ? .commit : .rollback
      }
      // Readers may hold the log; then the next one empties it.
      if db.totalChangesCount - before > 50_000 { _ = try? db.checkpoint(.truncate) }
      guard let value else { throw StorageError.broken(words: "a transaction gave nothing") }
      return value
    }
  }

  /// In KiB.
  private static let cache = 64_000
}
