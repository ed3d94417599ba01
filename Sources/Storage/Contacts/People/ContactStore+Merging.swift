package import Contacts
import Foundation
import GRDB

/// What a merger did.
package struct Merger: Sendable, Hashable {
  package var keeper: Int64
  package var merged: [Int64] = []
  /// What the keeper got from the others.
  package var changes: [FieldChange] = []
  /// Lists on which the keeper stands otherwise than before.
  package var lists: [String] = []
}

extension ContactStore {
  /// Makes several contacts one person: the keeper's facts stand, the others fill its gaps.
  ///
  /// Files that still have the others' addresses mean the keeper from now on. Who left a list is
  /// not put on it again by another's subscription.
  package func merge(
    keep: ContactReference, others: [ContactReference], note: ChangeNote
  ) throws -> Merger {
    let epoch = try Epoch.load(database)
    return try database.pool.write { db in
      let recorder = ChangeRecorder(db, note)
      let keeper = try KnownContact.the(keep, db)
      var merging = Merging(
        db: db, recorder: recorder, source: note.command, keeper: keeper,
        letters: UnsentLetters(db: db, epoch: epoch, now: note.at))
      for reference in others {
        let other = try KnownContact.the(reference, db)
        if other.id == keeper.id { throw ContactProblem.sameContact(other.values.address) }
        try merging.take(other)
      }
      return try merging.finish()
    }
  }
}

/// A merger under way.
private struct Merging {
  let db: Database
  let recorder: ChangeRecorder
  let source: String
  let keeper: KnownContact
  let letters: UnsentLetters
  private var values: ContactValues
  private var others: [KnownContact] = []
  private var lists: Set<String> = []

  init(
    db: Database, recorder: ChangeRecorder, source: String, keeper: KnownContact,
    letters: UnsentLetters
  ) {
    self.db = db
    self.recorder = recorder
    self.source = source
    self.keeper = keeper
    self.letters = letters
    values = keeper.values
  }

  private var writer: ContactWriter { ContactWriter(db: db, recorder: recorder) }

  mutating func take(_ other: KnownContact) throws {
    others.append(other)
    for field in ContactField.allCases {
      let wanted = Self.union(of: values[field], other.values[field], field)
      guard wanted != values[field], try isFree(field, wanted) else { continue }
      let isFilled = values[field].isEmpty
      values[field] = wanted
      let origin = try other.origin(of: field, db)
      try writer.state(
        contact: keeper.id, field: field,
        asOf: isFilled ? Timestamp.from(origin.asOf) : recorder.now,
        source: isFilled ? origin.source : source)
    }
    try moveSubscriptions(of: other)
    // Whoever was merged into the other means the keeper, too: no chains.
    let earlier = try Int64.fetchAll(
      db, sql: "SELECT id FROM contact WHERE merged_into = ?", arguments: [other.id])
    for id in earlier + [other.id] {
      try recorder.willChange(contact: id)
      try db.execute(
        sql: "UPDATE contact SET merged_into = ?, updated = ? WHERE id = ?",
        arguments: [keeper.id, recorder.now, id])
    }
  }

  func finish() throws -> Merger {
    let changes = ContactField.allCases.filter { values[$0] != keeper.values[$0] }.map {
      FieldChange(field: $0, from: keeper.values[$0], to: values[$0])
    }
    if !changes.isEmpty { try writer.update(id: keeper.id, values) }
    for other in others {
      try letters.move(from: other.mailbox, to: keeper.id, reason: UnsentLetters.merged)
    }
    return Merger(
      keeper: keeper.id, merged: others.map(\.id), changes: changes, lists: lists.sorted())
  }

  /// At one mailbox the other keeps the name, so that rows with it are recognised.
  private func isFree(_ field: ContactField, _ name: String) throws -> Bool {
    if field != .name { return true }
    return try !KnownContact.at(keeper.mailbox, db).contains { $0.values.name == name }
  }

  /// Gaps are filled; roles and notes are taken together; else the keeper's word stands.
  private static func union(of own: String, _ other: String, _ field: ContactField) -> String {
    switch field {
    case .address: return own
    case .roles:
      let known = own.split(separator: ";")
      return (known + other.split(separator: ";").filter { !known.contains($0) })
        .joined(separator: ";")
    case .notes:
      if other.isEmpty { return own }
      return ImportDecision.result(of: own, on: other, .notes) ?? (own.isEmpty ? other : own)
    case .name, .language, .member: return own.isEmpty ? other : own
    }
  }

  private mutating func moveSubscriptions(of other: KnownContact) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT o.list_id, l.name, o.state, o.basis, o.evidence, o.since, k.state AS own
        FROM subscription o JOIN list l ON l.id = o.list_id
        LEFT JOIN subscription k ON k.list_id = o.list_id AND k.contact_id = ?
        WHERE o.contact_id = ?
        """, arguments: [keeper.id, other.id])
    for row in rows {
      let list: Int64 = row["list_id"]
      let state: String = row["state"]
      let own: String? = row["own"]
      if own == nil {
        try writer.subscribe(
          contact: keeper.id, list: list, state: state, basis: row["basis"],
          evidence: row["evidence"], since: row["since"])
        lists.insert(row["name"])
      } else if own == "pending", state == "confirmed" {
        try writer.confirm(
          contact: keeper.id, list: list, basis: row["basis"], evidence: row["evidence"])
        lists.insert(row["name"])
      } else if own == "pending", state == "left" {
        try writer.leave(contact: keeper.id, list: list, evidence: row["evidence"])
        lists.insert(row["name"])
      }
      try writer.unsubscribe(contact: other.id, list: list)
    }
  }
}
