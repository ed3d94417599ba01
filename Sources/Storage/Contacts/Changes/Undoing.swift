import Foundation
import GRDB

/// Takes one set back, row by row; runs inside its transaction.
struct Undoing {
  private let db: Database
  private let set: Int64
  private let recorder: ChangeRecorder
  private let history: ChangeHistory
  private let letters: UnsentLetters
  private(set) var result = UndoResult()

  init(_ db: Database, set: Int64, note: ChangeNote, epoch: Int64) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT command, undone_by FROM change_set WHERE id = ?", arguments: [set])
    guard let row else { throw ContactProblem.unknownChange(set) }
    if let by: Int64 = row["undone_by"] { throw ContactProblem.alreadyUndone(set, by: by) }
    self.db = db
    self.set = set
    recorder = ChangeRecorder(db, note, undoes: set)
    history = ChangeHistory(db: db)
    letters = UnsentLetters(db: db, epoch: epoch, now: note.at)
    let isReasoned = !note.why.allSatisfy(\.isWhitespace)
    if row["command"] != "contacts import", !isReasoned, try bringsSomebodyBack() {
      throw ContactProblem.needsReason
    }
  }

  /// What refers to others goes first and comes last.
  mutating func run() throws {
    try each("entity NOT IN ('contact', 'fact') AND before IS NULL") { try $0.putBack($1, $2, $3) }
    try RuleLists.dropUnfounded(db)
    try each("entity = 'contact' AND before IS NULL") { undoing, _, key, _ in
      try undoing.removeContact(key)
    }
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    let isThere = "EXISTS (SELECT 1 FROM contact c WHERE c.id = change.contact_id)"
    // Those that are there go back first: they make room for the ones that come again. Whoever
    // stops being merged comes before those merged into it; those merged already move on first.
    try each(
      "entity = 'contact' AND before IS NOT NULL AND \(isThere)",
      order: """
        json_extract(before, '$.merged_into') IS NOT NULL,
          (SELECT c.merged_into IS NULL FROM contact c WHERE c.id = change.contact_id)
        """
    ) { try $0.putBack($1, $2, $3) }
    try each("entity = 'contact' AND before IS NOT NULL AND NOT \(isThere)") {
      try $0.putBack($1, $2, $3)
    }
    try each("entity NOT IN ('contact', 'fact') AND before IS NOT NULL") {
      try $0.putBack($1, $2, $3)
    }
    try each("entity = 'fact'") { undoing, entity, key, before in
      if try undoing.isAsBefore(key.contact) { try undoing.putBack(entity, key, before) }
    }
    try RuleLists.dropUnfounded(db)
    guard let made = recorder.set else { return }
    result.set = made
    try db.execute(
      sql: "UPDATE change_set SET undone_by = ? WHERE id = ?", arguments: [made, set])
    // What an undone undoing had taken back is in force again, and can be undone again.
    try db.execute(
      sql: """
        UPDATE change_set SET undone_by = NULL
        WHERE id = (SELECT undoes FROM change_set WHERE id = ?)
        """, arguments: [set])
  }

  private mutating func each(
    _ condition: String, order: String = "entity",
    _ body: (inout Self, RowImage, RowImage.Key, String?) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT entity, contact_id, list_id, field, before FROM change
        WHERE set_id = ? AND \(condition) ORDER BY \(order)
        """, arguments: [set])
    while let row = try rows.next() {
      guard let entity = RowImage(rawValue: row[0]) else { continue }
      let key = RowImage.Key(contact: row[1], list: row[2], field: row[3])
      try body(&self, entity, key, row[4])
    }
  }

  /// Makes one row what it was, where it still is what the set made of it.
  private mutating func putBack(
    _ entity: RowImage, _ key: RowImage.Key, _ before: String?
  ) throws {
    guard try isAsLeft(entity, key, before) else { return }
    let contact = try KnownContact.with(id: key.contact, db)
    if let before, try !isPossible(entity, before, contact, key) { return }
    try recorder.willChange(entity, key)
    if let before { try entity.restore(before, key, db) } else { try entity.remove(key, db) }
    result.restored += 1
    guard let contact else { return }
    if entity == .contact { try followWithLetters(contact) }
    if entity == .subscription { try UnsentLetters.revive(db, backOnLists: contact.mailbox) }
  }

  /// Whether a row can be put back into what is there by now; counts it where it can't.
  private mutating func isPossible(
    _ entity: RowImage, _ before: String, _ contact: KnownContact?, _ key: RowImage.Key
  ) throws -> Bool {
    switch entity {
    case .suppression: return true
    case .contact:
      if try fits(before, key.contact) { return true }
    case .fact: return true
    case .subscription:
      guard let contact else {
        result.gone += 1
        return false
      }
      if contact.mergedInto == nil { return true }
    }
    result.changedLater += 1
    return false
  }

  /// Whether nothing changed the row since; counts it where something did.
  private mutating func isAsLeft(
    _ entity: RowImage, _ key: RowImage.Key, _ before: String?
  ) throws -> Bool {
    let now = try entity.current(key, db)
    if now == before { return false }
    if try history.after(entity, key, set: set, before: recorder.set ?? .max).json == now {
      return true
    }
    if now == nil { result.gone += 1 } else { result.changedLater += 1 }
    return false
  }

  /// Removes a contact that the set had added, where nothing else knows it.
  private mutating func removeContact(_ key: RowImage.Key) throws {
    guard try isAsLeft(.contact, key, nil) else { return }
    if let keeper = try KnownContact.with(id: key.contact, db)?.mergedInto,
      try !isUnchanged(keeper)
    {
      result.changedLater += 1
      return
    }
    let isUsed = try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM subscription s CROSS JOIN list l ON l.id = s.list_id
              WHERE s.contact_id = ?1 AND (l.rule IS NULL OR s.state = 'left'))
            OR EXISTS (SELECT 1 FROM delivery WHERE contact_id = ?1)
            OR EXISTS (SELECT 1 FROM contact WHERE merged_into = ?1)
          """), arguments: [key.contact])
    if isUsed != false {
      result.stillUsed += 1
      return
    }
    try recorder.willChange(.contact, key)
    // What follows from the contact goes with it: its rows of files, its places on lists by rule.
    for table in ["list_row", "subscription"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE contact_id = ?")
        .execute(arguments: [key.contact])
    }
    try RowImage.contact.remove(key, db)
    result.restored += 1
  }

  /// Whether a contact still is what the set made of it: only then its earlier address is free.
  private func isUnchanged(_ contact: Int64) throws -> Bool {
    let key = RowImage.Key(contact: contact)
    return try history.after(.contact, key, set: set, before: recorder.set ?? .max).json
      == RowImage.contact.current(key, db)
  }

  /// Whether a contact is again what it was before the set: where its fields come from goes with
  /// the fields.
  private func isAsBefore(_ contact: Int64) throws -> Bool {
    let before = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before FROM change
          WHERE set_id = ? AND entity = 'contact' AND contact_id = ? AND list_id = 0 AND field = ''
          """), arguments: [set, contact])
    guard let before else { return true }
    return before[0] == (try RowImage.contact.current(RowImage.Key(contact: contact), db))
  }

  /// Whether nobody else has the address and name, and a merger would still be a whole one: into
  /// a contact that is itself, of one that is on no list and has nobody merged into it.
  private func fits(_ before: String, _ contact: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM contact WHERE mailbox = json_extract(?1, '$.mailbox')
              AND name = json_extract(?1, '$.name') AND id <> ?2)
            AND (json_extract(?1, '$.merged_into') IS NULL
              OR EXISTS (SELECT 1 FROM contact
                WHERE id = json_extract(?1, '$.merged_into') AND merged_into IS NULL)
              AND NOT EXISTS (SELECT 1 FROM subscription WHERE contact_id = ?2)
              AND NOT EXISTS (SELECT 1 FROM contact WHERE merged_into = ?2))
          """), arguments: [before, contact]) ?? false
  }

  /// Letters on the way go to the address that counts now.
  private func followWithLetters(_ before: KnownContact) throws {
    guard let now = try KnownContact.with(id: before.id, db) else { return }
    if now.mailbox != before.mailbox {
      try letters.move(from: before.mailbox, to: before.id, reason: UnsentLetters.moved)
    }
    if before.mergedInto != nil, now.mergedInto == nil {
      try letters.revive(mergedContact: before.id)
    }
  }

  /// Whether the set ended a subscription by leaving, or suppressed somebody.
  private func bringsSomebodyBack() throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM change ch JOIN subscription s
            ON s.contact_id = ch.contact_id AND s.list_id = ch.list_id
          WHERE ch.set_id = ?1 AND ch.entity = 'subscription' AND s.state = 'left'
            AND coalesce(json_extract(ch.before, '$.state'), '') <> 'left')
          OR EXISTS (SELECT 1 FROM change ch
          WHERE ch.set_id = ?1 AND ch.entity = 'suppression' AND ch.before IS NULL)
        """, arguments: [set]) ?? true
  }
}
