import GRDB

/// Who knows which revision of a mailing: the one they got, or one that a correction told since.
///
/// A letter in doubt was perhaps got, so it counts; a correction in doubt was perhaps not, so it
/// does not: better told twice than never. What came back counts in neither.
enum CorrectionReaders {
  /// Rows of `person, number`: the newest revision that each contact knows.
  ///
  /// Asks for one mailing as `:mailing`.
  ///
  /// The contact is the one who got it, who may have moved or been merged since, and whoever is at
  /// that mailbox now.
  static let known = """
    SELECT person, max(number) AS number FROM (
      SELECT coalesce(c.merged_into, c.id) AS person, r.number AS number
      FROM delivery d JOIN revision r ON r.id = d.revision_id
      JOIN contact c ON c.id = d.contact_id OR c.mailbox = d.mailbox
      WHERE d.mailing_id = :mailing AND d.state IN (3, 6) AND d.report <> 'bounced'
      UNION ALL
      SELECT coalesce(c.merged_into, c.id), m.corrects_to
      FROM mailing m JOIN delivery d ON d.mailing_id = m.id
      JOIN contact c ON c.id = d.contact_id OR c.mailbox = d.mailbox
      WHERE m.corrects = :mailing AND d.state = 3 AND d.report <> 'bounced')
    GROUP BY person
    """

  /// Keeps what a mailing corrects.
  static func note(_ correction: Approval.Correction, mailing: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE mailing SET corrects = (SELECT id FROM mailing WHERE name = ?),
          corrects_from = ?, corrects_to = ? WHERE id = ?
        """, arguments: [correction.mailing, correction.from, correction.to, mailing])
  }

  /// Who knows exactly the revision that a correction sets right.
  static func people(_ db: Database, _ correction: Approval.Correction) throws -> Set<Int64> {
    let mailing = try Int64.fetchOne(
      db, sql: "SELECT id FROM mailing WHERE name = ?", arguments: [correction.mailing])
    return Set(
      try Int64.fetchAll(
        db, sql: "SELECT person FROM (\(known)) WHERE number = :number",
        arguments: ["mailing": mailing, "number": correction.from]))
  }

  /// Takes back what older corrections of the same mailing have not yet told these readers.
  static func replaceOlder(
    _ correction: Approval.Correction, by mailing: Int64, name: String, now: Int64, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        UPDATE delivery SET state = 7, reply = ?, updated = ?, run_id = NULL
        WHERE state IN (0, 1, 4)
          AND mailing_id IN (SELECT o.id FROM mailing o JOIN mailing n ON n.id = ?
            WHERE o.corrects = n.corrects AND o.corrects_to < n.corrects_to)
          AND mailbox IN (SELECT mailbox FROM delivery WHERE mailing_id = ?)
        """, arguments: ["replaced by \(name)", now, mailing, mailing])
  }
}
