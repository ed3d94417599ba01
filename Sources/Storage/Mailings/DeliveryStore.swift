package import Dispatcher
package import Foundation
import GRDB
package import Mail

/// Questions about deliveries: who got it, when, what did the server say.
package struct DeliveryStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Goes through a mailing's rows in the order they were planned, one at a time.
  package func each(
    ofMailing mailing: Int64, _ body: (DeliveryRecord) throws -> Void
  ) throws {
    try database.pool.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, address, name, state, tries, reply, message_id, updated, due, report
          FROM delivery WHERE mailing_id = ? ORDER BY id
          """, arguments: [mailing])
      while let row = try rows.next() {
        if let record = DeliveryRecord(row: row) { try body(record) }
      }
    }
  }

  /// A delivery as correlation needs it.
  package struct Sent: Sendable, Hashable {
    package let id: Int64
    package let mailing: String
    package let mailbox: MailboxKey
    package let address: String
    package let contact: Int64
    package let sent: Date
    package let state: DeliveryState
  }

  package func sent(id: Int64) throws -> Sent? {
    try fetch("d.id = ?", [id])
  }

  /// The one among these that a delivery to a person who was erased went to; else nil.
  package func erased(_ delivery: Sent, among addresses: [EmailAddress]) throws -> EmailAddress? {
    guard ErasedMailbox.isMark(delivery.mailbox.rawValue) else { return nil }
    let key = try SuppressionKey.load(database)
    return addresses.first {
      delivery.mailbox.rawValue.hasPrefix(ErasedMailbox.mark(key.hash(of: $0.mailboxKey)))
    }
  }

  /// Finds by our Message-ID's left part.
  ///
  /// There is no index on it: its random places would be written for every letter sent, and it is
  /// asked for only by the few reports that carry no token. It goes through all rows.
  package func sent(messageID: String) throws -> Sent? {
    messageID.isEmpty ? nil : try fetch("d.message_id = ?", [messageID])
  }

  /// The newest delivery to a mailbox.
  package func newest(to mailbox: MailboxKey) throws -> Sent? {
    try fetch(
      """
      d.mailbox = ? AND d.state IN (2, 3, 4, 5, 6) ORDER BY d.updated DESC
      """, [mailbox.rawValue])
  }

  private func fetch(_ condition: String, _ arguments: StatementArguments) throws -> Sent? {
    try database.pool.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT d.id, m.name, d.mailbox, d.address, d.contact_id, d.updated, d.state
          FROM delivery d JOIN mailing m ON m.id = d.mailing_id WHERE \(condition) LIMIT 1
          """, arguments: arguments
      ).flatMap { row in
        guard let state = DeliveryState(code: row["state"]) else { return nil }
        let mailbox: String = row["mailbox"]
        return Sent(
          id: row["id"], mailing: row["name"], mailbox: MailboxKey(rawValue: mailbox),
          address: ErasedMailbox.isMark(mailbox) ? ErasedMailbox.nobody : row["address"],
          contact: row["contact_id"],
          sent: Timestamp.date(row["updated"]), state: state)
      }
    }
  }
}
