import Foundation
import GRDB
import Mail

/// Writes what a report does; runs in the same transaction as the report's line in the log.
enum BounceEffectWriter {
  static func write(
    _ effect: BounceEffect, delivery: Int64?, suppressionHash: Data?, now: Int64, to db: Database
  ) throws {
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
    guard let mailbox = effect.mailbox?.rawValue else { return }
    if let why = effect.suspend {
      try db.execute(
        sql: """
          UPDATE contact SET suspended = ?, suspended_why = ?, updated = ?
          WHERE mailbox = ? AND suspended IS NULL
          """, arguments: [now, why, now, mailbox])
      try MailingStore.cancelUnsent(db, mailbox: mailbox, reason: "suspended: \(why)", now: now)
    }
    if let why = effect.suppress, let hash = suppressionHash {
      try suppress(
        db, hash: hash, mailbox: mailbox, reason: why, evidence: "a report of a complaint",
        now: now)
    }
  }

  static func suppress(
    _ db: Database, hash: Data, mailbox: String, reason: String, evidence: String, now: Int64
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO suppression (hash, reason, since, evidence) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, arguments: [hash, reason, now, evidence])
    try MailingStore.cancelUnsent(db, mailbox: mailbox, reason: "suppressed: \(reason)", now: now)
  }
}
