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

  func take(_ db: Database, limit: Int) throws -> [ClaimedDelivery] {
    guard revision > 0 else { return [] }
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
    let nobodyIsSuppressed =
      try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM suppression)") ?? false
    let hold = try HotStatement(db, "UPDATE delivery SET state = 1, run_id = ? WHERE id = ?")
    var claimed: [ClaimedDelivery] = []
    claimed.reserveCapacity(wanted)
    // Rows cancelled on the way do not count, so look on until there are enough or none is left.
    while claimed.count < wanted {
      let rows = try dueRows(db, limit: wanted - claimed.count)
      if rows.isEmpty { break }
      for row in rows {
        guard let delivery = try judge(row, nobodyIsSuppressed, db) else { continue }
        try hold.run([.integer(run), .integer(delivery.id)])
        claimed.append(delivery)
      }
    }
    return claimed
  }

  private func dueRows(_ db: Database, limit: Int) throws -> [Row] {
    let onLists =
      selection.lists.isEmpty
      ? ""
      : """
      AND EXISTS (SELECT 1 FROM contact c CROSS JOIN subscription s ON s.contact_id = c.id
        WHERE c.mailbox = delivery.mailbox AND s.state = 'confirmed'
        AND s.list_id IN (\(selection.lists.map(String.init).joined(separator: ","))))
      """
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, mailbox, address, name, language, tries, first_try, troubles, \(standing),
          \(facts)
        FROM delivery WHERE mailing_id = ? AND state IN (0, 4) AND due <= ? \(onLists)
        ORDER BY due LIMIT ?
        """)
    return try Row.fetchAll(
      statement, arguments: [selection.mailing, Timestamp.from(now), limit])
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
    _ row: Row, _ nobodyIsSuppressed: Bool, _ db: Database
  ) throws -> ClaimedDelivery? {
    // By position: this runs for every letter, and names are looked up each time.
    let id: Int64 = row[0]
    let mailbox: String = row[1]
    let address: String = row[2]
    let standing: Int? = row[8]
    if let reason = try reasonToCancel(db, nobodyIsSuppressed, standing ?? 0, mailbox) {
      try cancel(db, id, reason)
      return nil
    }
    // Which forms are let in was decided when the contact was taken; no stricter rule comes late.
    guard let recipient = try? EmailAddress(parsing: address, policy: .permissive) else {
      try cancel(db, id, "the address can't be read any more")
      return nil
    }
    let firstTry: Int64? = row[6]
    let member: String? = row[9]
    let roles: String? = row[10]
    return ClaimedDelivery(
      id: id, mailing: selection.mailing, revision: revision, recipient: recipient,
      mailbox: MailboxKey(rawValue: mailbox), name: row[3], language: row[4], tries: row[5],
      firstTry: firstTry.map(Timestamp.date), troubles: row[7], member: member ?? "",
      roles: (roles ?? "").replacing(";", with: ","))
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
