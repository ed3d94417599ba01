import Contacts
import Foundation
import GRDB

/// Writes contacts, facts and subscriptions, each change into the history first.
struct ContactWriter {
  let db: Database
  let recorder: ChangeRecorder

  private var now: Int64 { recorder.now }

  /// Never gives a number again that the history, a delivery or a contact has.
  static func nextID(_ db: Database) throws -> Int64 {
    let highest =
      try Int64.fetchOne(
        db,
        sql: """
          SELECT max(coalesce((SELECT max(id) FROM contact), 0),
            coalesce((SELECT max(contact_id) FROM change), 0),
            coalesce((SELECT max(contact_id) FROM delivery), 0))
          """) ?? 0
    return highest + 1
  }

  func insert(
    id: Int64, _ values: ContactValues, mailbox: String, asOf: Int64, source: String,
    mergedInto: Int64? = nil
  ) throws {
    try recorder.adds(.contact, contact: id)
    let statement = try HotStatement(
      db,
      """
      INSERT INTO contact (id, address, mailbox, name, language, member, roles, notes, created,
        updated, as_of, source, merged_into) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try statement.run([
      .integer(id), .text(values.address), .text(mailbox), .text(values.name),
      Self.orNull(values.language), Self.orNull(values.member), .text(values.roles),
      .text(values.notes), .integer(now), .integer(now), .integer(asOf), .text(source),
      mergedInto.map { .integer($0) } ?? .null,
    ])
  }

  /// Writes all fields of a contact as they are given.
  func update(id: Int64, _ values: ContactValues) throws {
    try recorder.willChange(contact: id)
    try HotStatement(
      db,
      """
      UPDATE contact SET address = ?, name = ?, language = ?, member = ?, roles = ?, notes = ?,
        updated = ? WHERE id = ?
      """
    ).run([
      .text(values.address), .text(values.name), Self.orNull(values.language),
      Self.orNull(values.member), .text(values.roles), .text(values.notes), .integer(now),
      .integer(id),
    ])
  }

  func state(contact: Int64, field: ContactField, asOf: Int64, source: String) throws {
    try recorder.willChange(contact: contact, fact: field.rawValue)
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO fact (contact_id, field, as_of, source) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [contact, field.rawValue, asOf, source])
  }

  /// Adds a subscription that is not there yet.
  func subscribe(
    contact: Int64, list: Int64, state: String = "confirmed", basis: String, evidence: String,
    since: Int64? = nil
  ) throws {
    try recorder.adds(.subscription, contact: contact, list: list)
    try HotStatement(
      db,
      """
      INSERT INTO subscription (list_id, contact_id, state, basis, evidence, since)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ).run([
      .integer(list), .integer(contact), .text(state), .text(basis), .text(evidence),
      .integer(since ?? now),
    ])
  }

  /// Confirms a subscription that exists in another state.
  func confirm(contact: Int64, list: Int64, basis: String, evidence: String) throws {
    try recorder.willChange(contact: contact, list: list)
    try db.cachedStatement(
      sql: """
        UPDATE subscription SET state = 'confirmed', basis = ?, evidence = ?, since = ?
        WHERE contact_id = ? AND list_id = ?
        """
    ).execute(arguments: [basis, evidence, now, contact, list])
  }

  /// The basis stays: it tells why they were on the list.
  func leave(contact: Int64, list: Int64, evidence: String) throws {
    try recorder.willChange(contact: contact, list: list)
    try db.cachedStatement(
      sql: """
        UPDATE subscription SET state = 'left', evidence = ?, since = ?
        WHERE contact_id = ? AND list_id = ?
        """
    ).execute(arguments: [evidence, now, contact, list])
  }

  func unsubscribe(contact: Int64, list: Int64) throws {
    try recorder.willChange(contact: contact, list: list)
    try RowImage.subscription.remove(RowImage.Key(contact: contact, list: list), db)
  }

  private static func orNull(_ text: String) -> HotStatement.Value {
    text.isEmpty ? .null : .text(text)
  }
}
