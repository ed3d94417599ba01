import GRDB

/// Rows of a file that wait for its end, in a table of the connection's own: there may be many.
struct LaterRows {
  private let db: Database
  private var isMade = false
  private var last: Int64 = 0

  init(_ db: Database) {
    self.db = db
  }

  mutating func add(_ row: FileRow) throws {
    if !isMade {
      // A rolled back import leaves none behind; one that went through drops it at the end.
      try db.execute(
        sql: """
          CREATE TEMP TABLE later_row (id INTEGER PRIMARY KEY, line INTEGER, position INTEGER,
            address TEXT, mailbox TEXT, name TEXT, language TEXT, member TEXT, roles TEXT,
            notes TEXT)
          """)
      isMade = true
    }
    let person = row.person
    try db.cachedStatement(
      sql: """
        INSERT INTO temp.later_row
          (line, position, address, mailbox, name, language, member, roles, notes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row.line, row.position, person.address, person.mailbox, person.name, person.language,
      person.member, person.roles.joined(separator: ";"), person.notes,
    ])
  }

  /// The next row in the order of the file; nil after the last.
  mutating func next() throws -> FileRow? {
    guard isMade else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM temp.later_row WHERE id > ? ORDER BY id LIMIT 1"),
      arguments: [last])
    guard let row else {
      try db.execute(sql: "DROP TABLE temp.later_row")
      isMade = false
      return nil
    }
    last = row["id"]
    let roles: String = row["roles"]
    return FileRow(
      line: row["line"], position: row["position"],
      person: ListImport.Person(
        address: row["address"], mailbox: row["mailbox"], name: row["name"],
        language: row["language"], member: row["member"],
        roles: roles.split(separator: ";").map(String.init), notes: row["notes"]))
  }
}
