import Foundation
import GRDB

/// Writes down what stood before each change of a transaction; the one way into the history.
///
/// The set is made with its first change: a command that changes nothing leaves no trace.
final class ChangeRecorder {
  private let db: Database
  private let note: ChangeNote
  private let undoes: Int64?
  private(set) var set: Int64?
  private var adding: HotStatement?

  init(_ db: Database, _ note: ChangeNote, undoes: Int64? = nil) {
    self.db = db
    self.note = note
    self.undoes = undoes
  }

  var now: Int64 { Timestamp.from(note.at) }

  /// Call it before the row changes; only the first call for a row counts.
  func willChange(_ entity: RowImage, _ key: RowImage.Key) throws {
    let set = try beginning()
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO change (before, set_id, entity, contact_id, list_id, field)
        VALUES (\(entity.expression), ?, '\(entity.rawValue)', ?, ?, ?)
        """
    ).execute(arguments: entity.arguments(key) + [set, key.contact, key.list, key.field])
  }

  func willChange(contact: Int64) throws {
    try willChange(.contact, RowImage.Key(contact: contact))
  }

  func willChange(contact: Int64, list: Int64) throws {
    try willChange(.subscription, RowImage.Key(contact: contact, list: list))
  }

  func willChange(contact: Int64, fact: String) throws {
    try willChange(.fact, RowImage.Key(contact: contact, field: fact))
  }

  func willChange(suppression hash: Data, contact: Int64) throws {
    try willChange(
      .suppression, RowImage.Key(contact: contact, field: Hexadecimal.text(hash)))
  }

  /// Notes a row that is known to be new: for imports, which add a million of them.
  func adds(_ entity: RowImage, contact: Int64, list: Int64 = 0) throws {
    let set = try beginning()
    let statement: HotStatement
    if let adding {
      statement = adding
    } else {
      statement = try HotStatement(
        db,
        """
        INSERT OR IGNORE INTO change (set_id, entity, contact_id, list_id) VALUES (?, ?, ?, ?)
        """)
      adding = statement
    }
    try statement.run([
      .integer(set), .text(entity.rawValue), .integer(contact), .integer(list),
    ])
  }

  private func beginning() throws -> Int64 {
    if let set { return set }
    try db.execute(
      sql: "INSERT INTO change_set (at, command, who, why, undoes) VALUES (?, ?, ?, ?, ?)",
      arguments: [now, note.command, note.who, note.why, undoes])
    let made = db.lastInsertedRowID
    set = made
    return made
  }
}
