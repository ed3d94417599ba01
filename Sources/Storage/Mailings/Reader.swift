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

  /// Gives all confirmed contacts of the lists, each once, in the order in which they came.
  static func each(_ db: Database, lists: [Int64], _ take: (Reader) throws -> Void) throws {
    let ids = lists.map(String.init).joined(separator: ",")
    let statement = try HotStatement(
      db,
      """
      SELECT id, address, mailbox, name, language, suspended IS NOT NULL, member, roles
      FROM contact WHERE id IN (
        SELECT contact_id FROM subscription WHERE state = 'confirmed' AND list_id IN (\(ids)))
        AND merged_into IS NULL
      ORDER BY id
      """)
    try statement.query([]) { row in
      try take(
        Reader(
          contact: row.integer(0), address: row.text(1), mailbox: row.text(2), name: row.text(3),
          language: row.isNull(4) ? nil : row.text(4), isSuspended: row.integer(5) != 0,
          member: row.isNull(6) ? nil : row.text(6), roles: row.text(7)))
    }
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
