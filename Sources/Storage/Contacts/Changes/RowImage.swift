import Foundation
import GRDB

/// The tables whose rows have a history, and how a row is written down and put back.
enum RowImage: String, CaseIterable {
  case contact
  case subscription
  case suppression
  case fact

  /// What a row is known by; the parts that an entity does not use are 0 and empty.
  struct Key: Hashable {
    var contact: Int64
    var list: Int64 = 0
    /// The field of a fact; the hash of a suppression as hexadecimal digits.
    var field = ""
  }

  /// An expression that gives the row of `arguments(_:)` as JSON, or NULL where it is not there.
  var expression: String {
    let pairs = columns.map { "'\($0)', \($0 == "hash" ? "hex(hash)" : $0)" }
    return """
      (SELECT json_object(\(pairs.joined(separator: ", "))) FROM \(rawValue) WHERE \(condition))
      """
  }

  /// Picks the row by `arguments(_:)`.
  var condition: String {
    switch self {
    case .contact: "id = ?1"
    case .subscription: "contact_id = ?1 AND list_id = ?2"
    case .suppression: "hash = ?1"
    case .fact: "contact_id = ?1 AND field = ?2"
    }
  }

  func arguments(_ key: Key) -> StatementArguments {
    switch self {
    case .contact: [key.contact]
    case .subscription: [key.contact, key.list]
    case .suppression: [Hexadecimal.data(key.field)]
    case .fact: [key.contact, key.field]
    }
  }

  /// Makes the row what the JSON tells, whether it is there or not.
  func restore(_ image: String, _ key: Key, _ db: Database) throws {
    let values = columns.map { $0 == "hash" ? "?2" : "json_extract(?1, '$.\($0)')" }
    let updates = columns.map { "\($0) = excluded.\($0)" }
    var arguments: StatementArguments = [image]
    if self == .suppression { arguments += [Hexadecimal.data(key.field)] }
    try db.cachedStatement(
      sql: """
        INSERT INTO \(rawValue) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) WHERE true
        ON CONFLICT (\(primaryKey)) DO UPDATE SET \(updates.joined(separator: ", "))
        """
    ).execute(arguments: arguments)
  }

  func remove(_ key: Key, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM \(rawValue) WHERE \(condition)")
      .execute(arguments: arguments(key))
  }

  /// The row as it is now.
  func current(_ key: Key, _ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT \(expression)"), arguments: arguments(key))
  }

  private var primaryKey: String {
    switch self {
    case .contact: "id"
    case .subscription: "list_id, contact_id"
    case .suppression: "hash"
    case .fact: "contact_id, field"
    }
  }

  private var columns: [String] {
    switch self {
    case .contact:
      [
        "id", "address", "mailbox", "name", "language", "member", "roles", "notes", "created",
        "updated", "suspended", "suspended_why", "as_of", "source", "merged_into",
      ]
    case .subscription: ["list_id", "contact_id", "state", "basis", "evidence", "since"]
    case .suppression: ["hash", "reason", "since", "evidence"]
    case .fact: ["contact_id", "field", "as_of", "source"]
    }
  }
}
