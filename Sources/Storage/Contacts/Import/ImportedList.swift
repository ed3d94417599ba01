import Contacts
import Foundation
import GRDB

/// The list that a file fills, and its rows as they were read.
struct ImportedList {
  let id: Int64
  let name: String
  /// The day that the file's facts are of.
  let asOf: Int64

  /// Makes the list where it is new, and forgets the rows of its last import.
  ///
  /// The same bytes are as old as when they were first imported, whatever the file's date is by
  /// now: copies and checkouts touch it. A date to come counts as today.
  static func begin(_ header: ListImport.Header, _ db: Database) throws -> Self {
    let now = Timestamp.from(header.at)
    let before = try Row.fetchOne(
      db, sql: "SELECT rule, source_sha256, source_as_of FROM list WHERE name = ?",
      arguments: [header.list])
    if let rule: String? = before?["rule"], rule != nil {
      throw ContactProblem.ruleList(header.list)
    }
    var asOf = min(header.modified.map(Timestamp.from) ?? now, now)
    if let sum: String = before?["source_sha256"], sum == header.sha256,
      let known: Int64 = before?["source_as_of"]
    {
      asOf = min(asOf, known)
    }
    try db.execute(
      sql: """
        INSERT INTO list (name, source, source_modified, imported, source_sha256, source_as_of)
        VALUES (?, ?, ?, ?, nullif(?, ''), ?)
        ON CONFLICT (name) DO UPDATE SET source = excluded.source,
          source_modified = excluded.source_modified, imported = excluded.imported,
          source_sha256 = excluded.source_sha256, source_as_of = excluded.source_as_of
        """,
      arguments: [
        header.list, header.source, header.modified.map(Timestamp.from), now, header.sha256, asOf,
      ])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM list WHERE name = ?", arguments: [header.list])
    try db.execute(sql: "DELETE FROM list_row WHERE list_id = ?", arguments: [id])
    return Self(id: id ?? 0, name: header.list, asOf: asOf)
  }

  func keep(_ entry: ListImport.Entry, contact: Int64?, _ db: Database) throws {
    try HotStatement(
      db,
      """
      INSERT INTO list_row (list_id, line, position, written, verdict, code, reason, suggestion,
        repairs, member, name, contact_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).run([
      .integer(id), .integer(Int64(entry.line)), .integer(Int64(entry.position)),
      .text(entry.written), .text(entry.verdict), .text(entry.code), .text(entry.reason),
      entry.suggestion.map { .text($0) } ?? .null, .text(entry.repairs.joined(separator: ";")),
      entry.member.map { .text($0) } ?? .null, .text(entry.name),
      contact.map { .integer($0) } ?? .null,
    ])
  }

  func set(contact: Int64?, line: Int, position: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "UPDATE list_row SET contact_id = ? WHERE list_id = ? AND line = ? AND position = ?"
    ).execute(arguments: [contact, id, line, position])
  }

  /// The first line of the file that means a contact, as far as it was read.
  func firstLine(of contact: Int64, _ db: Database) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT min(line) FROM list_row WHERE contact_id = ? AND list_id = ?"),
      arguments: [contact, id])
  }

  /// Adds who left at the mailbox, also under another name or before a merger.
  ///
  /// Whoever the mailbox belonged to earlier counts where nobody else has it.
  func standing(
    _ own: ImportStanding.Own, mailbox: String, _ db: Database
  ) throws -> ImportStanding {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(CASE WHEN s.list_id = ?2 AND s.state = 'left' THEN s.since END),
            CASE WHEN coalesce(min(CASE WHEN c.merged_into IS NULL THEN s.state = 'left' END),
              min(s.state = 'left')) = 1 THEN max(s.since) END
          FROM contact c CROSS JOIN subscription s ON s.contact_id = coalesce(c.merged_into, c.id)
          WHERE c.mailbox = ?1
          """), arguments: [mailbox, id])
    let left: Int64? = row?[0]
    let everything: Int64? = row?[1]
    return ImportStanding(
      own: own, mailboxLeft: left.map(Timestamp.date),
      mailboxLeftEverything: everything.map(Timestamp.date))
  }
}
