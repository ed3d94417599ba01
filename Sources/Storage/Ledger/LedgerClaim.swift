import Dispatcher
import Foundation
import GRDB
import Mail

/// Takes due rows for a run, checking once more in the same transaction who may still get a letter.
struct LedgerClaim: Sendable {
  let selection: LedgerSelection
  let run: Int64
  let revision: Int64
  let pace: Pace
  let now: Date
  let suppressions: SuppressionKey

  /// Claims up to `limit` rows; with `messageID` they are on the wire at once.
  func take(
    _ db: Database, limit: Int, messageID: ((ClaimedDelivery) -> String)? = nil
  ) throws -> [ClaimedDelivery] {
    let newest = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT max(id) FROM revision WHERE mailing_id = ?"),
      arguments: [selection.mailing])
    guard revision > 0, newest == revision else { return [] }
    let allowance = try pace.allowance(now: now) { since in
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM attempt WHERE at > ? AND at <= ?)
            + (SELECT count(*) FROM delivery WHERE run_id IS NOT NULL)
          """, arguments: [Timestamp.from(since), Timestamp.from(now)]) ?? 0
    }
    let wanted = min(limit, allowance)
    guard wanted > 0 else { return [] }
    let nobodyIsSuppressed = try !suppressions.suppressesAnyone(db)
    let hold = try HotStatement(
      db,
      messageID == nil
        ? "UPDATE delivery SET state = 1, run_id = ? WHERE id = ?"
        : """
        UPDATE delivery SET state = 2, run_id = ?, revision_id = ?, message_id = ?, updated = ?
        WHERE id = ?
        """)
    let timestamp = Timestamp.from(now)
    var claimed: [ClaimedDelivery] = []
    claimed.reserveCapacity(wanted)
    // Rows cancelled on the way do not count, so look on until there are enough or none is left.
    while claimed.count < wanted {
      let rows = try dueRows(db, limit: wanted - claimed.count)
      if rows.isEmpty { break }
      for row in rows {
        guard var delivery = try judge(row, nobodyIsSuppressed, db) else { continue }
        if let messageID {
          delivery.messageID = messageID(delivery)
          try hold.run([
            .integer(run), .integer(revision), .text(delivery.messageID), .integer(timestamp),
            .integer(delivery.id),
          ])
        } else {
          try hold.run([.integer(run), .integer(delivery.id)])
        }
        claimed.append(delivery)
      }
    }
    return claimed
  }

  private func dueRows(_ db: Database, limit: Int) throws -> [DueRow] {
    let onLists =
      selection.lists.isEmpty
      ? ""
      : """
      AND EXISTS (SELECT 1 FROM contact c CROSS JOIN subscription s ON s.contact_id = c.id
        WHERE c.mailbox = delivery.mailbox AND s.state = 'confirmed'
        AND s.list_id IN (\(selection.lists.map(String.init).joined(separator: ","))))
      """
    let statement = try HotStatement(
      db,
      """
      SELECT id, mailbox, address, name, language, tries, first_try, troubles, \(standing),
        \(facts)
      FROM delivery WHERE mailing_id = ? AND state IN (0, 4) AND due <= ? \(onLists)
      ORDER BY due LIMIT ?
      """)
    var rows: [DueRow] = []
    rows.reserveCapacity(limit)
    try statement.query([
      .integer(selection.mailing), .integer(Timestamp.from(now)), .integer(Int64(limit)),
    ]) { rows.append(DueRow($0)) }
    return rows
  }

  /// The contact's member and roles as they are now, a merged contact's from its keeper.
  ///
  /// Nothing where the contact is gone: the letter then says what it says without them.
  private var facts: String {
    guard selection.readsFacts else { return "'', ''" }
    let keeper = """
      FROM contact c LEFT JOIN contact k ON k.id = c.merged_into WHERE c.id = delivery.contact_id
      """
    return """
      (SELECT coalesce(k.member, c.member) \(keeper)),
      (SELECT CASE WHEN k.id IS NULL THEN c.roles ELSE k.roles END \(keeper))
      """
  }

  /// Whether the mailbox is still on a list of the mailing (1), and not suspended (2).
  ///
  /// CROSS JOIN fixes the order, mailbox first: left to itself SQLite starts from the whole list.
  private var standing: String {
    selection.isTrial
      ? "2"
      : """
      (SELECT max((s.state = 'confirmed') * (1 + (c.suspended IS NULL)))
        FROM contact c CROSS JOIN subscription s ON s.contact_id = c.id
        CROSS JOIN mailing_list m ON m.mailing_id = delivery.mailing_id AND m.list_id = s.list_id
        WHERE c.mailbox = delivery.mailbox)
      """
  }

  /// Gives the delivery where its reader may still get it, else cancels the row.
  private func judge(
    _ row: DueRow, _ nobodyIsSuppressed: Bool, _ db: Database
  ) throws -> ClaimedDelivery? {
    if let reason = try reasonToCancel(db, nobodyIsSuppressed, row.standing, row.mailbox) {
      try cancel(db, row.id, reason)
      return nil
    }
    // Which forms are let in was decided when the contact was taken; no stricter rule comes late.
    guard let recipient = try? EmailAddress(parsing: row.address, policy: .permissive) else {
      try cancel(db, row.id, "the address can't be read any more")
      return nil
    }
    return ClaimedDelivery(
      id: row.id, mailing: selection.mailing, revision: revision, recipient: recipient,
      mailbox: MailboxKey(rawValue: row.mailbox), name: row.name, language: row.language,
      tries: row.tries, firstTry: row.firstTry.map(Timestamp.date), troubles: row.troubles,
      member: row.member, roles: row.roles.isEmpty ? "" : row.roles.replacing(";", with: ","))
  }

  private func cancel(_ db: Database, _ id: Int64, _ reason: String) throws {
    try db.execute(
      sql: "UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL WHERE id = ?",
      arguments: [reason, Timestamp.from(now), id])
  }

  /// Says why somebody must not get the letter any more; nil where nothing has changed.
  private func reasonToCancel(
    _ db: Database, _ nobodyIsSuppressed: Bool, _ standing: Int, _ mailbox: String
  ) throws -> String? {
    if selection.isTrial { return nil }
    if !nobodyIsSuppressed, try suppressions.isSuppressed(mailbox, db) {
      return "suppressed: must never be mailed"
    }
    if standing < 1 { return UnsentLetters.leftSinceApproval }
    if standing < 2 { return "suspended since the approval" }
    return nil
  }
}
