import Foundation
import GRDB

/// The key under which suppressed mailboxes are hashed: made with the database, never changed.
enum SuppressionKey {
  static func load(_ database: SolsticeDatabase) throws -> [UInt8] {
    try Array(Meta(database: database).bytes("suppression-key", orMake: { randomBytes(32) }))
  }

  private static func randomBytes(_ count: Int) -> Data {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }
}
