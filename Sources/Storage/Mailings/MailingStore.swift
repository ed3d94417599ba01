import Foundation
import GRDB
import Mail

/// Mailings, their approved revisions, and the rows planned for them.
package struct MailingStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Keeps an approval and plans one row for each mailbox, in one transaction.
  ///
  /// Rows that exist already stay as they are: only planned and deferred ones will get this
  /// revision. `language` maps a contact's language to one that was composed. A rehearsal tells
  /// what would come of it, and leaves nothing behind.
  package func approve(
    _ approval: Approval, isRehearsal: Bool = false, language: (String?) -> String
  ) throws -> ApprovalResult {
    let key = try SuppressionKey.load(database)
    let epoch = try Epoch.load(database)
    var result = ApprovalResult()
    try database.pool.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        result = try plan(approval, key, epoch, db, language)
        return isRehearsal ? .rollback : .commit
      }
    }
    return result
  }

  private func plan(
    _ approval: Approval, _ key: SuppressionKey, _ epoch: Int64, _ db: Database,
    _ language: (String?) -> String
  ) throws -> ApprovalResult {
    let (mailing, revision, number) = try ApprovalWriter.write(approval, to: db)
    var planner = Planner(mailing: mailing, epoch: epoch, now: approval.at)
    let suppresses = try key.suppressesAnyone(db)
    let wanted = try approval.correction.map { try CorrectionReaders.people(db, $0) }
    let written = Set(approval.contents.map(\.language))
    try Reader.each(db, lists: approval.lists.map(\.id)) { reader in
      if let wanted {
        // A correction is written in those languages only in which something differs.
        guard wanted.contains(reader.contact), written.contains(language(reader.language)) else {
          return
        }
      }
      if reader.isSuspended {
        planner.result.suspended += 1
      } else if try suppresses && key.isSuppressed(reader.mailbox, db) {
        planner.result.suppressed += 1
      } else {
        try planner.plan(reader, language: language(reader.language), db)
      }
    }
    if let correction = approval.correction {
      try CorrectionReaders.replaceOlder(
        correction, by: mailing, name: approval.mailing, now: Timestamp.from(approval.at), db)
    }
    return try planner.finish(db, revision: revision, number: number)
  }

  /// Plans the same readers in another database, for a trial: nothing of it touches the real one.
  package func planTrial(
    _ approval: Approval, in trial: SolsticeDatabase, language: (String?) -> String
  ) throws -> ApprovalResult {
    let key = try SuppressionKey.load(database)
    let epoch = try Epoch.load(trial)
    let asksForFacts = approval.contents.contains { $0.message.asksForFacts }
    return try database.pool.read { db in
      try LargeTransaction.run(trial) { trial in
        let (mailing, revision, number) = try ApprovalWriter.write(approval, to: trial)
        var planner = Planner(mailing: mailing, epoch: epoch, now: approval.at)
        let suppresses = try key.suppressesAnyone(db)
        try Reader.each(db, lists: approval.lists.map(\.id)) { reader in
          guard !reader.isSuspended, try !(suppresses && key.isSuppressed(reader.mailbox, db))
          else { return }
          try planner.plan(reader, language: language(reader.language), trial)
          if asksForFacts { try TrialFacts.keep(reader, approval.at, trial) }
        }
        return (try planner.finish(trial, revision: revision, number: number), true)
      }
    }
  }

  package func mailing(named name: String) throws -> MailingSummary? {
    try database.pool.read { try MailingSummary.fetch($0, name: name) }
  }

  /// All mailings, the newest first.
  package func all() throws -> [MailingSummary] {
    try database.pool.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM mailing ORDER BY created DESC, id DESC")
        .compactMap { try MailingSummary.fetch(db, name: $0) }
    }
  }

  /// Takes everything unfinished that could still be mailed to a mailbox back, in one transaction.
  static func cancelUnsent(_ db: Database, mailbox: String, reason: String, now: Int64) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL
        WHERE mailbox = ? AND state IN (0, 1, 4)
        """, arguments: [reason, now, mailbox])
  }

  /// Takes back what was planned for a contact by mailings on whose lists its mailbox is no more.
  ///
  /// Gives the number of letters.
  static func cancelWhereLeft(
    _ db: Database, contact: Int64, reason: String, now: Int64
  ) throws -> Int {
    try db.cachedStatement(
      sql: """
        UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL
        WHERE contact_id = ? AND state IN (0, 1, 4) AND NOT \(isOnSomeList)
        """
    ).execute(arguments: [reason, now, contact])
    return db.changesCount
  }

  /// Takes back what could still be mailed to a mailbox by mailings on whose lists it is no more.
  static func cancelWhereLeft(
    _ db: Database, mailbox: String, reason: String, now: Int64
  ) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL
        WHERE mailbox = ? AND state IN (0, 1, 4) AND NOT \(isOnSomeList)
        """, arguments: [reason, now, mailbox])
  }

  static let isOnSomeList = """
    EXISTS (SELECT 1 FROM contact c CROSS JOIN subscription s ON s.contact_id = c.id
      CROSS JOIN mailing_list m ON m.mailing_id = delivery.mailing_id AND m.list_id = s.list_id
      WHERE c.mailbox = delivery.mailbox AND s.state = 'confirmed')
    """
}
