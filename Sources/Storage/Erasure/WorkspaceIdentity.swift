import Foundation
import Signing

/// The random name by which a workspace's state outside of it is known.
package enum WorkspaceIdentity {
  /// Gives the id, making it where there is none; a copy of the database has the same.
  package static func load(_ database: SolsticeDatabase) throws -> String {
    let bytes = try Meta(database: database).bytes(
      "workspace-id",
      orMake: {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) })
      })
    return ContentHash.hex(Array(bytes))
  }
}
