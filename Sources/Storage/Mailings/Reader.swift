import GRDB

/// A contact on the approved lists, as planning sees it.
struct Reader {
  let contact: Int64
  let address: String
  let mailbox: String
  let name: String
  let language: String?
  let isSuspended: Bool
  /// What letters may ask for; not read where a single contact is planned.
  var member: String?
  var roles = ""

  /// All confirmed contacts of the lists, each once, in the order in which they came.
  static func cursor(_ db: Database, lists: [Int64]) throws -> AnyCursor<Reader> {
    let ids = lists.map(String.init).joined(separator: ",")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, address, mailbox, name, language, suspended IS NOT NULL AS is_suspended,
          member, roles
        FROM contact WHERE id IN (
          SELECT contact_id FROM subscription WHERE state = 'confirmed' AND list_id IN (\(ids)))
          AND merged_into IS NULL
        ORDER BY id
        """)
    return AnyCursor(
      rows.map { row in
        var reader = Reader(row: row)
        reader.member = row["member"]
        reader.roles = row["roles"]
        return reader
      })
  }
}

extension Reader {
  /// A row of `id, address, mailbox, name, language, is_suspended`.
  init(row: Row) {
    self.init(
      contact: row["id"], address: row["address"], mailbox: row["mailbox"], name: row["name"],
      language: row["language"], isSuspended: row["is_suspended"])
  }
}
