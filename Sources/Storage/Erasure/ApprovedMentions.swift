import Contacts
import Foundation
import GRDB

/// Approved letters that name a person: what was approved and sent stays, but is told.
enum ApprovedMentions {
  static func find(_ finder: PersonFinder, _ db: Database) throws -> [String] {
    var found: [String] = []
    let approvals = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.name, r.number, r.approved_by, r.note FROM revision r
        JOIN mailing m ON m.id = r.mailing_id ORDER BY r.id
        """)
    while let row = try approvals.next() {
      if finder.finds(in: row[2]) || finder.finds(in: row[3]) {
        let name: String = row[0]
        let number: Int = row[1]
        found.append("the approval of \(name), revision \(number)")
      }
    }
    let letters = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.name, r.number, c.language, c.subject, c.message, r.id FROM revision_content c
        JOIN revision r ON r.id = c.revision_id JOIN mailing m ON m.id = r.mailing_id
        ORDER BY r.id, c.language
        """)
    while let row = try letters.next() {
      let message: Data = row[4]
      let revision: Int64 = row[5]
      let inItems = try items(finder, revision: revision, language: row[2], db)
      if inItems || finder.finds(in: row[3])
        || PersonLines.find(finder, in: Array(message)).count > 0
      {
        let name: String = row[0]
        let number: Int = row[1]
        let language: String = row[2]
        found.append("the letter of \(name), revision \(number), in \(language)")
      }
    }
    return found
  }

  /// Whether what was kept of a letter's items names the person.
  private static func items(
    _ finder: PersonFinder, revision: Int64, language: String, _ db: Database
  ) throws -> Bool {
    let texts = try Row.fetchCursor(
      db,
      sql: "SELECT title, text FROM revision_item WHERE revision_id = ? AND language = ?",
      arguments: [revision, language])
    while let row = try texts.next() {
      if finder.finds(in: row[0]) || finder.finds(in: row[1]) { return true }
    }
    return false
  }
}
