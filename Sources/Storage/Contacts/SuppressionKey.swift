import Foundation
import GRDB
import Mail
import Signing

/// The key under which suppressed mailboxes are hashed: made with the database, never changed.
struct SuppressionKey: Sendable {
  private let bytes: [UInt8]

  static func load(_ database: SolsticeDatabase) throws -> Self {
    let key = try Meta(database: database).bytes("suppression-key", orMake: { randomBytes(32) })
    return Self(bytes: Array(key))
  }

  /// What is kept of a suppressed mailbox.
  func hash(of mailbox: MailboxKey) -> Data { Data(KeyedHash.of(mailbox, key: bytes)) }

  /// Whether a mailbox must never be mailed.
  func isSuppressed(_ mailbox: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE hash = ?)"),
      arguments: [hash(of: MailboxKey(rawValue: mailbox))]) ?? false
  }

  private static func randomBytes(_ count: Int) -> Data {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }
}
