package import Contacts
package import Foundation
import GRDB

/// Lists that a rule fills: who fits it, and is on some file's list, is put on; others come off.
package struct RuleListStore: Sendable {
  /// What a refreshing changed.
  package struct Result: Sendable, Hashable {
    package var added = 0
    package var removed = 0
    /// Who is on the list now.
    package var members = 0
    /// Fit the rule, but left the list: they stay off.
    package var stayLeft = 0

    package init() {}
  }

  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Fills the list anew; a mailing approved to it sees at its next claim who came off.
  ///
  /// `members` tell which names mean one organisation. Long reading holds nobody up: only the
  /// differences are written in a transaction.
  package func refresh(
    name: String, rule: ListRule, source: String, modified: Date? = nil, members: [Member],
    at: Date
  ) throws -> Result {
    let key = try SuppressionKey.load(database)
    let now = Timestamp.from(at)
    let list = try database.pool.write { db in
      try checkLists(of: rule, source: source, db)
      return try keep(name, rule, source, modified, now, db)
    }
    var reader = RuleListReader(list: list, rule: rule, key: key, members: members)
    try database.pool.read { try reader.read($0) }
    let found = reader
    return try database.pool.write { db in
      var result = Result()
      result.stayLeft = found.stayLeft
      let leave = try HotStatement(
        db,
        "DELETE FROM subscription WHERE list_id = ? AND contact_id = ? AND state <> 'left'")
      for contact in found.leaving {
        result.removed += try leave.run([.integer(list), .integer(contact)])
      }
      // Somebody may have left since the reading: the basis is looked at once more.
      let join = try HotStatement(
        db,
        """
        INSERT INTO subscription (list_id, contact_id, state, basis, evidence, since)
        SELECT ?, s.contact_id, 'confirmed', 'rule', ?, ?
        FROM subscription s JOIN list l ON l.id = s.list_id
        WHERE s.contact_id = ? AND s.state = 'confirmed' AND l.rule IS NULL LIMIT 1
        ON CONFLICT DO NOTHING
        """)
      for contact in found.joining {
        result.added += try join.run([
          .integer(list), .text(rule.description), .integer(now), .integer(contact),
        ])
      }
      if result.added > 0 { try UnsentLetters.revive(db, onList: list) }
      try db.execute(
        sql: """
          UPDATE subscription SET evidence = ?1
          WHERE list_id = ?2 AND state = 'confirmed' AND evidence <> ?1
          """, arguments: [rule.description, list])
      result.members =
        try Int.fetchOne(
          db,
          sql: "SELECT count(*) FROM subscription WHERE list_id = ? AND state = 'confirmed'",
          arguments: [list]) ?? 0
      return result
    }
  }

  /// Empties a rule list whose file is gone; who left it stays marked as such.
  ///
  /// Gives how many came off; nil where there is no such rule list.
  package func retire(name: String) throws -> Int? {
    try database.pool.write { db in
      guard
        let list = try Int64.fetchOne(
          db, sql: "SELECT id FROM list WHERE name = ? AND rule IS NOT NULL", arguments: [name])
      else { return nil }
      try db.execute(
        sql: "DELETE FROM subscription WHERE list_id = ? AND state <> 'left'", arguments: [list])
      return db.changesCount
    }
  }

  private func keep(
    _ name: String, _ rule: ListRule, _ source: String, _ modified: Date?, _ now: Int64,
    _ db: Database
  ) throws -> Int64 {
    let file = try String.fetchOne(
      db, sql: "SELECT source FROM list WHERE name = ? AND rule IS NULL", arguments: [name])
    if let file { throw RuleListError.isAFile(list: name, source: file, rule: source) }
    try db.execute(
      sql: """
        INSERT INTO list (name, source, source_modified, imported, rule) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET source = excluded.source, rule = excluded.rule,
          source_modified = excluded.source_modified, imported = excluded.imported
        """,
      arguments: [name, source, modified.map(Timestamp.from), now, rule.description])
    return try Int64.fetchOne(db, sql: "SELECT id FROM list WHERE name = ?", arguments: [name])
      ?? 0
  }

  private func checkLists(of rule: ListRule, source: String, _ db: Database) throws {
    guard !rule.lists.isEmpty else { return }
    let known = try Row.fetchAll(db, sql: "SELECT name, rule IS NOT NULL AS is_rule FROM list")
    for name in rule.lists {
      let meant = known.filter { ListRule.isSameList($0["name"], name) }
      guard !meant.isEmpty else {
        throw RuleListError.unknownList(name: name, rule: source)
      }
      if meant.allSatisfy({ $0["is_rule"] }) {
        throw RuleListError.buildsOnRule(name: name, rule: source)
      }
    }
  }
}
