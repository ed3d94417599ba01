import TestSupport

/// One line of `deliveries --format csv`.
struct Delivery: Hashable {
  let contact: String
  let state: String
  let attempts: Int
  let reply: String
  let messageID: String
  let updated: String
  let report: String

  static let header = "contact,state,attempts,reply,message_id,updated,report"
  static let states: Set = [
    "planned", "attempting", "accepted", "deferred", "refused", "in-doubt", "cancelled",
  ]

  /// Reads the output; fails where it is not the promised interface.
  static func read(_ output: String) throws -> [Delivery] {
    guard output.hasPrefix(header + "\n") else {
      throw SupportError("no header “\(header)”: \(output.prefix(200))")
    }
    return try CSVText.rows(output).dropFirst().map { cells in
      guard cells.count == 7, states.contains(cells[1]), let attempts = Int(cells[2]) else {
        throw SupportError("no delivery: \(cells)")
      }
      return Delivery(
        contact: cells[0], state: cells[1], attempts: attempts, reply: cells[3],
        messageID: cells[4], updated: cells[5], report: cells[6])
    }
  }
}
