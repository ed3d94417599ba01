import Foundation
import GRDB
import Mail
import Signing

/// The key under which suppressed mailboxes are hashed: made with the database, never changed.
///
/// A canary beside it, the hash of a fixed text, tells a key that was lost or exchanged: under
/// another key nobody who must never be mailed would be recognised.
struct SuppressionKey: Sendable {
  private static let keyName = "suppression-key"
  private static let canaryName = "suppression-canary"
  private static let canaryText = "solstice suppression canary 1"

  private let bytes: [UInt8]

  /// Gives the key, making it in a new database; fails where it does not fit.
  static func load(_ database: SolsticeDatabase) throws -> Self {
    if let whole = try database.pool.read({ try read($0, database.path) }) { return whole }
    return try database.pool.write { db in
      if let whole = try read(db, database.path) { return whole }
      let kept = try bytes(keyName, db)
      let key = Self(bytes: kept ?? randomBytes(32))
      for (name, value) in [(keyName, Data(key.bytes)), (canaryName, key.canary)] {
        try db.execute(
          sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [name, value])
      }
      return key
    }
  }

  /// The key with its canary; nil where one of them is still to be made.
  private static func read(_ db: Database, _ path: String) throws -> Self? {
    let canary = try bytes(canaryName, db)
    guard let kept = try bytes(keyName, db) else {
      // Hashes without their key can't be recognised: a new one would hide that.
      let isNeeded = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM suppression)")
      if canary != nil || isNeeded == true {
        throw StorageError.wrongSuppressionKey(path: path)
      }
      return nil
    }
    guard let canary else { return nil }
    let key = Self(bytes: kept)
    guard Array(key.canary) == canary else { throw StorageError.wrongSuppressionKey(path: path) }
    return key
  }

  /// What is kept of a suppressed mailbox.
  func hash(of mailbox: MailboxKey) -> Data { Data(KeyedHash.of(mailbox, key: bytes)) }

  /// Whether there is anybody at all who must never be mailed.
  func suppressesAnyone(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM suppression)") ?? true
  }

  /// Whether a mailbox must never be mailed.
  func isSuppressed(_ mailbox: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE hash = ?)"),
      arguments: [hash(of: MailboxKey(rawValue: mailbox))]) ?? false
  }

  /// Whether the person behind a mailbox was erased: then nothing that tells of it is kept.
  func isErased(_ mailbox: MailboxKey, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE hash = ? AND reason = 'erased')"),
      arguments: [hash(of: mailbox)]) ?? false
  }

  private var canary: Data { Data(KeyedHash.of(Self.canaryText, key: bytes)) }

  private static func bytes(_ name: String, _ db: Database) throws -> [UInt8]? {
    try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [name])
      .map(Array.init)
  }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
