import GRDB

/// A list by its name, as the commands about one person need it.
struct NamedList {
  let id: Int64
  let name: String
  let isByRule: Bool

  static func find(_ name: String, _ db: Database) throws -> Self {
    let row = try Row.fetchOne(
      db, sql: "SELECT id, name, rule IS NOT NULL AS by_rule FROM list WHERE name = ?",
      arguments: [name])
    guard let row else { throw ContactProblem.unknownList(name) }
    return Self(row)
  }

  static func allByRule(_ db: Database) throws -> [Self] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, 1 AS by_rule FROM list WHERE rule IS NOT NULL ORDER BY id"
    ).map(Self.init)
  }

  private init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    isByRule = row["by_rule"]
  }
}
