import Contacts
import Foundation
import GRDB

/// A contact as the commands that change one need it.
struct KnownContact {
  let id: Int64
  let mailbox: String
  var values: ContactValues
  let asOf: Int64
  let source: String
  let mergedInto: Int64?
  /// Its subscription of the list that is asked about.
  let state: String?
  let since: Int64

  /// No more names are taken at one mailbox: each row of a file looks at all of them.
  static let most = 100

  private static let columns = """
    SELECT c.id, c.mailbox, c.name, c.address, coalesce(c.language, ''), coalesce(c.member, ''),
      c.roles, c.notes, coalesce(c.as_of, c.created), c.source, c.merged_into, s.state,
      coalesce(s.since, 0)
    FROM contact c LEFT JOIN subscription s ON s.list_id = ?2 AND s.contact_id = c.id
    """

  /// Those at a mailbox, the first known first.
  static func at(_ mailbox: String, list: Int64 = 0, _ db: Database) throws -> [Self] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: columns + " WHERE c.mailbox = ?1 ORDER BY c.id LIMIT \(most)"),
      arguments: [mailbox, list])
    var found: [Self] = []
    while let row = try rows.next() { found.append(Self(row)) }
    return found
  }

  static func with(id: Int64, list: Int64 = 0, _ db: Database) throws -> Self? {
    try Row.fetchOne(
      db.cachedStatement(sql: columns + " WHERE c.id = ?1"), arguments: [id, list]
    ).map(Self.init)
  }

  private init(_ row: Row) {
    id = row[0]
    mailbox = row[1]
    values = ContactValues(
      name: row[2], address: row[3], language: row[4], member: row[5], roles: row[6],
      notes: row[7])
    asOf = row[8]
    source = row[9]
    mergedInto = row[10]
    state = row[11]
    since = row[12]
  }

  /// Where the fact comes from: what was stated later, else the contact as it was made.
  func origin(of field: ContactField, _ db: Database) throws -> FactOrigin {
    let later = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT as_of, source FROM fact WHERE contact_id = ? AND field = ?"),
      arguments: [id, field.rawValue])
    if let later {
      return FactOrigin(
        asOf: Timestamp.date(later[0]), source: later[1], isStated: true)
    }
    return FactOrigin(asOf: Timestamp.date(asOf), source: source, isStated: false)
  }

  var own: ImportStanding.Own {
    switch state {
    case "confirmed": .confirmed
    case "pending": .pending
    case "left": .left(since: Timestamp.date(since))
    default: .none
    }
  }
}
