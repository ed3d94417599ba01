import Foundation
import GRDB

/// Questions about what was approved, and what readers got of it.
extension MailingStore {
  /// A mailing's letters as they were approved.
  package struct Contents: Sendable {
    package var revision: Int64 = 0
    package var number = 0
    package var hash: [UInt8] = []
    package var letters: [Approval.Content] = []
  }

  /// Every approval of a mailing, the first one first.
  package func revisions(ofMailing mailing: Int64) throws -> [RevisionRecord] {
    try database.pool.read { try RevisionRecord.fetchAll($0, mailing: mailing) }
  }

  /// The approved letters of a revision, or of the newest one, with the hash they were approved by.
  package func contents(ofMailing mailing: Int64, number: Int? = nil) throws -> Contents {
    try database.pool.read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT id, number, content_hash FROM revision
            WHERE mailing_id = ? AND number = coalesce(?, number) ORDER BY id DESC LIMIT 1
            """, arguments: [mailing, number])
      else { return Contents() }
      let hash: Data = row["content_hash"]
      var contents = Contents(revision: row["id"], number: row["number"], hash: Array(hash))
      contents.letters = try Row.fetchAll(
        db,
        sql: """
          SELECT language, subject, message FROM revision_content WHERE revision_id = ?
          ORDER BY language
          """, arguments: [contents.revision]
      ).compactMap { row in
        PreparedMessageCoding.decode(row["message"]).map {
          Approval.Content(language: row["language"], subject: row["subject"], message: $0)
        }
      }
      return contents
    }
  }

  /// What a revision's letters say, item by item; empty where it was approved before that was kept.
  package func items(ofRevision revision: Int64) throws -> [Approval.Item] {
    try database.pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT language, item, position, part, title, text FROM revision_item
          WHERE revision_id = ? ORDER BY language, position
          """, arguments: [revision]
      ).map { row in
        Approval.Item(
          language: row[0], id: row[1], position: row[2], part: row[3], title: row[4],
          text: row[5])
      }
    }
  }

  /// How many people know which revision of a mailing and no later one, by its number.
  package func known(ofMailing mailing: Int64) throws -> [Int: Int] {
    try database.pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, count(*) FROM (\(CorrectionReaders.known)) GROUP BY number
          """, arguments: ["mailing": mailing])
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
  }

  /// What a mailing corrects; nil where it is no correction.
  package func correction(ofMailing mailing: Int64) throws -> Approval.Correction? {
    try database.pool.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT c.name, m.corrects_from, m.corrects_to
          FROM mailing m JOIN mailing c ON c.id = m.corrects
          WHERE m.id = ? AND m.corrects_from IS NOT NULL AND m.corrects_to IS NOT NULL
          """, arguments: [mailing]
      ).map { Approval.Correction(mailing: $0[0], from: $0[1], to: $0[2]) }
    }
  }

  /// The corrections of a mailing, by name.
  package func corrections(ofMailing mailing: Int64) throws -> [String: Approval.Correction] {
    try database.pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT m.name, c.name, m.corrects_from, m.corrects_to
          FROM mailing m JOIN mailing c ON c.id = m.corrects
          WHERE c.id = ? AND m.corrects_from IS NOT NULL AND m.corrects_to IS NOT NULL
          """, arguments: [mailing])
      return Dictionary(
        rows.map { ($0[0], Approval.Correction(mailing: $0[1], from: $0[2], to: $0[3])) }
      ) { first, _ in first }
    }
  }

  /// What was accepted with a revision.
  package func allowances(ofRevision revision: Int64) throws -> [Approval.Allowance] {
    try database.pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT code, level, language, place, reason FROM allowance WHERE revision_id = ?
          ORDER BY code, language, place
          """, arguments: [revision]
      ).map {
        Approval.Allowance(
          code: $0[0], level: $0[1], language: $0[2], place: $0[3], reason: $0[4])
      }
    }
  }
}
