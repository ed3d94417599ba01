import Foundation

/// One line of what the witness saw.
package struct WitnessRecord: Sendable, Hashable, Codable {
  package enum Event: String, Sendable, Codable {
    /// The body began to arrive.
    case begun
    /// The whole message arrived, and the reply is on its way.
    case accepted
  }

  package let event: Event
  /// The return address; empty for `<>`.
  package let sender: String
  package let recipients: [String]
  package let messageID: String?
  package let bytes: Int?
  /// Which connection, counted from 1.
  package let connection: Int
  package let time: Double

  private enum CodingKeys: String, CodingKey {
    case event, sender, bytes, connection, time
    case recipients = "rcpt"
    case messageID = "message_id"
  }

  /// Reads what a witness wrote; a last line still being written is left out.
  static func read(_ data: Data) throws -> [WitnessRecord] {
    var lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines.removeLast()
    return try lines.map { try JSONDecoder().decode(WitnessRecord.self, from: Data($0)) }
  }
}
