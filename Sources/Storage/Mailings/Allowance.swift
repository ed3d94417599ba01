import GRDB

extension Approval {
  /// A finding of the checks that a person accepted with the approval.
  package struct Allowance: Sendable, Hashable {
    package let code: String
    package let level: String
    package let language: String
    package let place: String
    package let reason: String

    package init(code: String, level: String, language: String, place: String, reason: String) {
      self.code = code
      self.level = level
      self.language = language
      self.place = place
      self.reason = reason
    }
  }
}

extension Approval.Allowance {
  func write(revision: Int64, to db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO allowance (revision_id, code, level, language, place, reason)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [revision, code, level, language, place, reason])
  }

  /// What was accepted with a mailing's newest approval.
  static func fetch(_ db: Database, mailing: Int64) throws -> [Self] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT code, level, language, place, reason FROM allowance
        WHERE revision_id = (SELECT max(id) FROM revision WHERE mailing_id = ?)
        ORDER BY code, place, reason, language
        """, arguments: [mailing]
    ).map { row in
      Self(
        code: row["code"], level: row["level"], language: row["language"], place: row["place"],
        reason: row["reason"])
    }
  }
}

extension MailingStore {
  /// What was accepted with the newest approval of a mailing; its revision says by whom and when.
  package func allowances(ofMailing mailing: Int64) throws -> [Approval.Allowance] {
    try database.pool.read { try Approval.Allowance.fetch($0, mailing: mailing) }
  }
}
