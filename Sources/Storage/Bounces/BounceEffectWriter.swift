import Foundation
import GRDB
import Mail

/// Writes what a report does; runs in the same transaction as the report's line in the log.
struct BounceEffectWriter {
  let db: Database
  let key: SuppressionKey
  let recorder: ChangeRecorder

  /// Gives the hashes of those who must never be mailed from now on.
  func write(_ effect: BounceEffect, delivery: Int64?) throws -> [Data] {
    let now = recorder.now
    if let delivery, let mark = effect.mark {
      try db.execute(
        sql: "UPDATE delivery SET report = ? WHERE id = ? AND report <> 'bounced'",
        arguments: [mark, delivery])
    }
    if let delivery, effect.settlesDoubt {
      try db.execute(
        sql: """
          UPDATE delivery SET state = 3, updated = ?,
            reply = 'settled: a report tells that it was sent' WHERE id = ? AND state = 6
          """, arguments: [now, delivery])
      if db.changesCount == 1 {
        try db.execute(
          sql: """
            INSERT INTO attempt (delivery_id, run_id, at, outcome, stage, reply, note)
            VALUES (?, 0, ?, 'accepted', 'after-dot', '', 'settled by a report that tells of it')
            """, arguments: [delivery, now])
      }
    }
    guard let mailbox = effect.mailbox, !ErasedMailbox.isMark(mailbox.rawValue) else { return [] }
    if let why = effect.suspend { try suspend(mailbox.rawValue, why: why) }
    guard let why = effect.suppress else { return [] }
    return try suppress(mailbox, reason: why, evidence: "a report of a complaint")
  }

  /// Only who has the address now: a bounce of an earlier one tells nothing of the new one.
  private func suspend(_ mailbox: String, why: String) throws {
    let contacts = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM contact
        WHERE mailbox = ? AND suspended IS NULL AND merged_into IS NULL
        """, arguments: [mailbox])
    for contact in contacts {
      try recorder.willChange(contact: contact)
      try db.execute(
        sql: "UPDATE contact SET suspended = ?1, suspended_why = ?2, updated = ?1 WHERE id = ?3",
        arguments: [recorder.now, why, contact])
    }
    try MailingStore.cancelUnsent(
      db, mailbox: mailbox, reason: "suspended: \(why)", now: recorder.now)
  }

  /// A person who must never be mailed is not mailed at a later address either.
  ///
  /// Gives the hashes that are new.
  func suppress(_ mailbox: MailboxKey, reason: String, evidence: String) throws -> [Data] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.mailbox FROM contact c JOIN contact p ON p.id = coalesce(c.merged_into, c.id)
        WHERE c.mailbox = ? ORDER BY p.id
        """, arguments: [mailbox.rawValue])
    let person: Int64 = rows.first?["id"] ?? 0
    let others = rows.map { MailboxKey(rawValue: $0["mailbox"]) }
    var new: [Data] = []
    for mailbox in Set(others + [mailbox]) {
      let hash = key.hash(of: mailbox)
      if try !key.isSuppressed(mailbox.rawValue, db) {
        try recorder.willChange(suppression: hash, contact: person)
        try db.execute(
          sql: "INSERT INTO suppression (hash, reason, since, evidence) VALUES (?, ?, ?, ?)",
          arguments: [hash, reason, recorder.now, evidence])
        new.append(hash)
      }
      try MailingStore.cancelUnsent(
        db, mailbox: mailbox.rawValue, reason: "suppressed: \(reason)", now: recorder.now)
    }
    return new
  }
}
