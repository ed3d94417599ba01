import Contacts
import GRDB

/// Takes the person out of texts that are about others: a server's words on a group, a remark.
struct MentionSweep {
  let db: Database
  let scope: PersonScope

  static let mark = "(erased)"

  /// A server's words: where they hold an address, they may tell more of its person.
  private static let words = [
    ("delivery", ["reply"]), ("attempt", ["reply", "note"]), ("bounce", ["diagnosis"]),
  ]
  /// Texts that may hold an address; a name alone may be a namesake's.
  private static let addressed = [
    ("list_row", ["written", "reason", "suggestion", "name"]), ("contact", ["name", "notes"]),
    ("subscription", ["evidence"]), ("suppression", ["evidence"]), ("fact", ["source"]),
  ]
  /// Texts that people write about people.
  private static let remarks = [
    ("change_set", ["who", "why"]), ("answer", ["written", "choice"]),
  ]

  /// Gives how many rows named the person.
  func run() throws -> Int {
    // Their JSON must stay readable: undo leaves out what is gone.
    var count = try sweep(scope.addressFinder, Self.words) { _ in "''" }
    count += try sweep(scope.addressFinder, Self.addressed)
    count += try sweep(scope.finder, Self.remarks)
    try with(scope.addressFinder) {
      try db.execute(sql: "DELETE FROM change WHERE mentions(before)")
      count += db.changesCount
    }
    return count
  }

  private func sweep(
    _ finder: PersonFinder, _ tables: [(String, [String])],
    by replacement: (String) -> String = { "redacted(\($0))" }
  ) throws -> Int {
    var count = 0
    try with(finder) {
      for (table, columns) in tables {
        let changes = columns.map { "\($0) = \(replacement($0))" }.joined(separator: ", ")
        let condition = columns.map { "mentions(\($0))" }.joined(separator: " OR ")
        try db.execute(sql: "UPDATE OR REPLACE \(table) SET \(changes) WHERE \(condition)")
        count += db.changesCount
      }
    }
    return count
  }

  /// Lends SQL the finder for a while.
  private func with(_ finder: PersonFinder, _ body: () throws -> Void) throws {
    let mentions = DatabaseFunction("mentions", argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { finder.finds(in: $0) } ?? false
    }
    let redacted = DatabaseFunction("redacted", argumentCount: 1, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]) else { return nil }
      return finder.redacted(text, by: Self.mark) ?? text
    }
    db.add(function: mentions)
    db.add(function: redacted)
    defer {
      db.remove(function: mentions)
      db.remove(function: redacted)
    }
    try body()
  }
}
