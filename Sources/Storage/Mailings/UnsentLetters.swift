import Foundation
import GRDB

/// Lets letters that are not yet on the wire follow a person to another address.
struct UnsentLetters {
  static let moved = "the address has changed: it goes to the new one"
  static let merged = "merged into another contact, who gets it"
  static let left = "has left the list"
  static let leftSinceApproval = "has left the list since the approval"
  static let gone = "no longer in "

  let db: Database
  let epoch: Int64
  let now: Date

  /// Takes back what is planned for a mailbox and plans it for the contact's, where that has none.
  ///
  /// Where somebody else still is at the mailbox, the letter stays theirs, and the contact gets one
  /// of its own.
  func move(from mailbox: String, to contact: Int64, reason: String) throws {
    let isShared = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM contact c JOIN subscription s ON s.contact_id = c.id
          WHERE c.mailbox = ? AND c.id <> ? AND s.state = 'confirmed')
        """, arguments: [mailbox, contact])
    guard let reader = try reader(contact), reader.mailbox != mailbox else { return }
    let letters = try Row.fetchAll(
      db,
      sql: """
        SELECT id, mailing_id, language FROM delivery WHERE mailbox = ? AND state IN (0, 1, 4)
        """, arguments: [mailbox])
    for letter in letters {
      let id: Int64 = letter["id"]
      let mailing: Int64 = letter["mailing_id"]
      var language: String = letter["language"]
      if isShared == false {
        try db.execute(
          sql: "UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL WHERE id = ?",
          arguments: [reason, Timestamp.from(now), id])
      } else {
        guard try isReader(contact, of: mailing) else { continue }
        if try isWritten(in: reader.language, mailing) { language = reader.language ?? language }
      }
      var planner = Planner(mailing: mailing, epoch: epoch, now: now)
      try planner.plan(reader, language: language, db)
      if planner.result.planned == 0 {
        try revive("mailing_id = ? AND mailbox = ?", [mailing, reader.mailbox])
      }
    }
  }

  /// Whether the contact itself is on the mailing's lists, not only somebody at the same mailbox.
  private func isReader(_ contact: Int64, of mailing: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM subscription s JOIN mailing_list m ON m.list_id = s.list_id
          WHERE m.mailing_id = ? AND s.contact_id = ? AND s.state = 'confirmed')
        """, arguments: [mailing, contact]) ?? false
  }

  private func isWritten(in language: String?, _ mailing: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM revision_content c JOIN revision r ON r.id = c.revision_id
          WHERE r.mailing_id = ? AND c.language = ?)
        """, arguments: [mailing, language]) ?? false
  }

  /// Plans what a merger took back anew: the contact is a person of its own again.
  func revive(mergedContact contact: Int64) throws {
    try revive("contact_id = ?", [contact])
  }

  /// Plans again what leaving took back, for who is on a mailing's list again.
  ///
  /// Only while that mailing waits for its first letter or has others left to send: an edition of
  /// last year must not go out because somebody comes back.
  static func revive(_ db: Database, backOnLists mailbox: String) throws {
    try revive(db, "contact_id IN (SELECT id FROM contact WHERE mailbox = ?)", mailbox)
  }

  /// The same for everybody on a list that a rule has filled anew.
  static func revive(_ db: Database, onList list: Int64) throws {
    try revive(db, "mailing_id IN (SELECT mailing_id FROM mailing_list WHERE list_id = ?)", list)
  }

  private static func revive(
    _ db: Database, _ condition: String, _ argument: any DatabaseValueConvertible
  ) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, reply = ''
        WHERE \(condition) AND state = 7 AND (reply IN (?, ?) OR reply GLOB ?)
          AND \(MailingStore.isOnSomeList)
          AND (EXISTS (SELECT 1 FROM delivery d
              WHERE d.mailing_id = delivery.mailing_id AND d.state IN (0, 1, 4))
            OR NOT EXISTS (SELECT 1 FROM delivery d
              WHERE d.mailing_id = delivery.mailing_id AND d.state <> 7))
        """, arguments: [argument, left, leftSinceApproval, gone + "*"])
  }

  private func revive(_ condition: String, _ arguments: StatementArguments) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, reply = ''
        WHERE \(condition) AND state = 7 AND reply IN (?, ?)
        """, arguments: arguments + [Self.moved, Self.merged])
  }

  private func reader(_ contact: Int64) throws -> Reader? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT id, address, mailbox, name, language, suspended IS NOT NULL AS is_suspended
        FROM contact WHERE id = ?
        """, arguments: [contact]
    ).map(Reader.init(row:))
  }
}
