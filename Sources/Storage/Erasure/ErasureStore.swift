import Contacts
package import Foundation
import GRDB
package import Mail

/// Forgets a person: what is kept is a hash, so that nobody mails them again.
package struct ErasureStore: Sendable {
  let database: SolsticeDatabase
  let outside: OutsideSuppressions

  package init(database: SolsticeDatabase, outside: OutsideSuppressions) {
    self.database = database
    self.outside = outside
  }

  /// Erases whoever is behind a mailbox, here and in the trial database where there is one.
  ///
  /// Deliveries and reports stay as numbers, without address, name or words. A mailbox that nobody
  /// knows is taken, too: its hash is kept. Doing it again changes nothing.
  package func erase(
    _ mailbox: MailboxKey, trialPath: String?, by who: String, at: Date
  ) throws -> ErasureResult {
    let key = try SuppressionKey.load(database)
    let now = Timestamp.from(at)
    var scope = try database.pool.read { try PersonScope.gather(mailbox, $0) }
    // Kept outside first: were it lost after the erasure, nothing could bring it back.
    let kept = scope.mailboxes.map { key.hash(of: MailboxKey(rawValue: $0)) }
    if let failure = outside.failure(toAppend: kept) { throw ErasureError.outside(failure) }
    // The trial goes first: after a crash the names are still known here.
    let trial: SolsticeDatabase? = try trialPath.flatMap { path in
      FileManager.default.fileExists(atPath: path) ? try SolsticeDatabase.open(path: path) : nil
    }
    var trialDeliveries: Int?
    if let trial {
      let known = scope
      trialDeliveries = try Self.transact(trial) { db in
        var there = try PersonScope.gather(mailbox, db)
        try there.add(known, db)
        return try Self.run(there, key, now, db).deliveries
      }
    }
    var result = try Self.transact(database) { db in
      scope = try PersonScope.gather(mailbox, db)
      let result = try Self.run(scope, key, now, db)
      if result.contacts + result.deliveries + result.listRows > 0 {
        try db.execute(
          sql: "INSERT INTO change_set (at, command, who) VALUES (?, 'contacts erase', ?)",
          arguments: [now, scope.finder.redacted(who, by: MentionSweep.mark) ?? who])
      }
      return result
    }
    result.trialDeliveries = trialDeliveries
    for opened in [database, trial].compactMap(\.self) {
      if try !Self.clear(opened) { result.heldBack.append(opened.path) }
    }
    return result
  }

  private static func run(
    _ scope: PersonScope, _ key: SuppressionKey, _ now: Int64, _ db: Database
  ) throws -> ErasureResult {
    let hashes = scope.mailboxes.map { ($0, key.hash(of: MailboxKey(rawValue: $0))) }
    var eraser = Eraser(
      db: db, scope: scope, hashes: Dictionary(uniqueKeysWithValues: hashes), now: now)
    try eraser.run()
    return eraser.result
  }

  private static func transact<Answer>(
    _ database: SolsticeDatabase, _ body: (Database) throws -> Answer
  ) throws -> Answer {
    try database.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      var answer: Answer?
      try db.inTransaction(.immediate) {
        answer = try body(db)
        return .commit
      }
      guard let answer else { throw StorageError.broken(words: "the erasure did not run") }
      return answer
    }
  }

  /// Rewrites the file and empties the log beside it; gives whether both could be done.
  ///
  /// Pages that were given up earlier, and rows that were moved, may hold old copies.
  private static func clear(_ database: SolsticeDatabase) throws -> Bool {
    try database.pool.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM")
      let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return row?[0] == 0
    }
  }
}
