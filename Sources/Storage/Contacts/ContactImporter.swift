import Foundation
import GRDB
import Mail

/// Writes one list into the database; runs inside the import's transaction.
struct ContactImporter {
  let list: Int64
  let now: Int64
  let key: SuppressionKey
  let basis: String
  let evidence: String
  var result = ImportResult()
  private var seen: Set<Int64> = []

  init(list: Int64, now: Int64, key: SuppressionKey, basis: String, evidence: String) {
    self.list = list
    self.now = now
    self.key = key
    self.basis = basis
    self.evidence = evidence
  }

  mutating func take(_ entry: ListImport.Entry, _ db: Database) throws {
    var contact: Int64?
    if let person = entry.person {
      if try key.isSuppressed(person.mailbox, db) {
        result.suppressed += 1
      } else {
        let id = try keep(person, db)
        try subscribe(id, person, db)
        contact = id
      }
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO list_row (list_id, line, position, written, verdict, code, reason, suggestion,
          repairs, member, name, contact_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      list, entry.line, entry.position, entry.written, entry.verdict, entry.code, entry.reason,
      entry.suggestion, entry.repairs.joined(separator: ";"), entry.member, entry.name, contact,
    ])
  }

  /// Who is confirmed on the list and not in the file any more.
  mutating func findMissing(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c.address FROM subscription s JOIN contact c ON c.id = s.contact_id
        WHERE s.list_id = ? AND s.state = 'confirmed' ORDER BY c.address
        """, arguments: [list])
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      if !seen.contains(id) { result.missing.append(row["address"]) }
    }
  }

  private mutating func keep(_ person: ListImport.Person, _ db: Database) throws -> Int64 {
    let roles = person.roles.joined(separator: ";")
    guard let found = try find(person, db) else {
      try db.cachedStatement(
        sql: """
          INSERT INTO contact
            (address, mailbox, name, language, member, roles, notes, created, updated)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        person.address, person.mailbox, person.name, person.language, person.member, roles,
        person.notes, now, now,
      ])
      result.added += 1
      let id = db.lastInsertedRowID
      seen.insert(id)
      return id
    }
    let id: Int64 = found["id"]
    // What stands is not overwritten by less; a second line of one file only fills gaps, or two
    // lines that disagree would take turns at every import.
    let sql = seen.contains(id) ? Self.fillGaps : Self.update
    try db.cachedStatement(sql: sql).execute(arguments: [
      person.address, person.name, person.language, person.member, roles, person.notes, now, id,
    ])
    if seen.insert(id).inserted {
      if db.changesCount == 1 { result.updated += 1 } else { result.unchanged += 1 }
    }
    return id
  }

  private static let update = """
    UPDATE contact SET address = ?1, name = CASE WHEN name = '' THEN ?2 ELSE name END,
      language = coalesce(?3, language), member = coalesce(?4, member),
      roles = CASE WHEN ?5 = '' THEN roles ELSE ?5 END,
      notes = CASE WHEN ?6 = '' THEN notes ELSE ?6 END, updated = ?7
    WHERE id = ?8 AND (address IS NOT ?1 OR (name = '' AND ?2 <> '')
      OR language IS NOT coalesce(?3, language) OR member IS NOT coalesce(?4, member)
      OR (?5 <> '' AND roles <> ?5) OR (?6 <> '' AND notes <> ?6))
    """

  private static let fillGaps = """
    UPDATE contact SET name = CASE WHEN name = '' THEN ?2 ELSE name END,
      language = coalesce(language, ?3), member = coalesce(member, ?4),
      roles = CASE WHEN roles = '' THEN ?5 ELSE roles END,
      notes = CASE WHEN notes = '' THEN ?6 ELSE notes END, updated = ?7
    WHERE id = ?8 AND ?1 <> '' AND ((name = '' AND ?2 <> '')
      OR (language IS NULL AND ?3 IS NOT NULL) OR (member IS NULL AND ?4 IS NOT NULL)
      OR (roles = '' AND ?5 <> '') OR (notes = '' AND ?6 <> ''))
    """

  /// The same mailbox and the same name, or one of the two names is missing.
  private func find(_ person: ListImport.Person, _ db: Database) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM contact WHERE mailbox = ?1 AND (name = ?2 OR name = '' OR ?2 = '')
          ORDER BY name = ?2 DESC, id LIMIT 1
          """), arguments: [person.mailbox, person.name])
  }

  private mutating func subscribe(
    _ contact: Int64, _ person: ListImport.Person, _ db: Database
  ) throws {
    // Who left stays off: a file is no consent.
    try db.cachedStatement(
      sql: """
        INSERT INTO subscription (list_id, contact_id, state, basis, evidence, since)
        VALUES (?, ?, 'confirmed', ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [list, contact, basis, evidence, now])
    guard db.changesCount == 0 else { return }
    let state = try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT state FROM subscription WHERE list_id = ? AND contact_id = ?"),
      arguments: [list, contact])
    if state == "left", !result.stayLeft.contains(person.address) {
      result.stayLeft.append(person.address)
    }
  }
}
