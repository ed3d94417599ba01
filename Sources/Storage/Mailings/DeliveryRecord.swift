package import Dispatcher
package import Foundation
import GRDB

/// One delivery as people ask for it.
package struct DeliveryRecord: Sendable, Hashable {
  package let id: Int64
  package let address: String
  package let name: String
  package let state: DeliveryState
  package let attempts: Int
  package let reply: String
  package let messageID: String
  package let updated: Date
  package let due: Date?
  /// What came back later, or empty.
  package let report: String

  init?(row: Row) {
    guard let state = DeliveryState(code: row["state"]) else { return nil }
    id = row["id"]
    address = row["address"]
    name = row["name"]
    self.state = state
    attempts = row["tries"]
    reply = row["reply"]
    messageID = row["message_id"]
    updated = Timestamp.date(row["updated"])
    let due: Int64 = row["due"]
    self.due = due > 0 && state == .deferred ? Timestamp.date(due) : nil
    report = row["report"]
  }
}
