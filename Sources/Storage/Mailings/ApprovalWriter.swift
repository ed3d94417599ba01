import Foundation
import GRDB

/// Writes an approval: the mailing where it is new, its next revision, the letters and the lists.
enum ApprovalWriter {
  static func write(
    _ approval: Approval, to db: Database
  ) throws -> (mailing: Int64, revision: Int64, number: Int) {
    let now = Timestamp.from(approval.at)
    try db.execute(
      sql: "INSERT OR IGNORE INTO mailing (name, kind, created) VALUES (?, ?, ?)",
      arguments: [approval.mailing, approval.kind, now])
    let mailing =
      try Int64.fetchOne(
        db, sql: "SELECT id FROM mailing WHERE name = ?", arguments: [approval.mailing]) ?? 0
    let number =
      (try Int.fetchOne(
        db, sql: "SELECT max(number) FROM revision WHERE mailing_id = ?", arguments: [mailing])
        ?? 0) + 1
    try db.execute(
      sql: """
        INSERT INTO revision
          (mailing_id, number, content_hash, approved_by, approved_at, note, readers, told)
        VALUES (?, ?, ?, ?, ?, ?, 0, ?)
        """,
      arguments: [
        mailing, number, Data(approval.contentHash), approval.by, now, approval.note,
        approval.told,
      ])
    let revision = db.lastInsertedRowID
    for content in approval.contents {
      try db.execute(
        sql: """
          INSERT INTO revision_content (revision_id, language, subject, message)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [
          revision, content.language, content.subject,
          PreparedMessageCoding.encode(content.message),
        ])
    }
    for allowance in approval.allowances { try allowance.write(revision: revision, to: db) }
    try write(approval.items, revision: revision, to: db)
    if let correction = approval.correction {
      try CorrectionReaders.note(correction, mailing: mailing, db)
    }
    try db.execute(sql: "DELETE FROM mailing_list WHERE mailing_id = ?", arguments: [mailing])
    for list in approval.lists {
      try db.execute(
        sql: "INSERT INTO mailing_list (mailing_id, list_id, list_name) VALUES (?, ?, ?)",
        arguments: [mailing, list.id, list.name])
    }
    return (mailing, revision, number)
  }

  private static func write(
    _ items: [Approval.Item], revision: Int64, to db: Database
  ) throws {
    for item in items {
      try db.execute(
        sql: """
          INSERT INTO revision_item (revision_id, language, item, position, part, title, text)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          revision, item.language, item.id, item.position, item.part, item.title, item.text,
        ])
    }
  }
}
