package import Foundation
import GRDB
package import Mail

/// What somebody's leaving ended.
package struct Departure: Sendable, Hashable {
  /// The lists, by name.
  package var lists: [String] = []
  /// Letters not yet on the wire that were taken back.
  package var letters = 0
}

extension ContactStore {
  /// Takes a mailbox off all lists or one; letters not yet on the wire are taken back with it.
  ///
  /// An earlier address means the person who has another by now. The lists are empty where they
  /// had left already.
  package func leave(
    _ mailbox: MailboxKey, list: String?, evidence: String, note: ChangeNote
  ) throws -> Departure {
    try database.pool.write { db in
      let people = try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT p.id, p.mailbox FROM contact c
          JOIN contact p ON p.id = coalesce(c.merged_into, c.id) WHERE c.mailbox = ?
          """, arguments: [mailbox.rawValue])
      guard !people.isEmpty else { throw ContactProblem.unknownAddress(mailbox.rawValue) }
      let only = try list.map { try NamedList.find($0, db) }
      let recorder = ChangeRecorder(db, note)
      let leaving = Leaving(
        db: db, writer: ContactWriter(db: db, recorder: recorder), evidence: evidence)
      var lists: Set<String> = []
      for person in people { lists.formUnion(try leaving.end(person["id"], only: only)) }
      for key in Set(people.map { $0["mailbox"] as String }) {
        try RuleLists.dropUnfounded(db, mailbox: key)
      }
      let before = db.totalChangesCount
      for key in Set(people.map { $0["mailbox"] as String }).union([mailbox.rawValue]) {
        try MailingStore.cancelWhereLeft(
          db, mailbox: key, reason: UnsentLetters.left, now: recorder.now)
      }
      return Departure(lists: lists.sorted(), letters: db.totalChangesCount - before)
    }
  }

  /// Leaving as the inbox reader asks for it; gives the number of lists, 0 for an unknown mailbox.
  package func leave(
    _ mailbox: MailboxKey, list: String?, evidence: String, at: Date
  ) throws -> Int {
    let note = ChangeNote(at: at, command: "inbox read", why: evidence)
    do {
      return try leave(mailbox, list: list, evidence: evidence, note: note).lists.count
    } catch ContactProblem.unknownAddress {
      return 0
    }
  }

  /// Puts a mailbox on the list of those that must never be mailed.
  ///
  /// Gives why the hash could not be kept outside the workspace, too, where it could not.
  @discardableResult
  package func suppress(
    _ mailbox: MailboxKey, reason: String, evidence: String, note: ChangeNote,
    outside: OutsideSuppressions? = nil
  ) throws -> OutsideSuppressions.Failure? {
    let key = try SuppressionKey.load(database)
    return try database.pool.write { db in
      let writer = BounceEffectWriter(db: db, key: key, recorder: ChangeRecorder(db, note))
      let new = try writer.suppress(mailbox, reason: reason, evidence: evidence)
      return outside?.failure(toAppend: new)
    }
  }

  package func suppress(_ mailbox: MailboxKey, reason: String, evidence: String, at: Date) throws {
    let note = ChangeNote(at: at, command: "inbox read", why: reason)
    try suppress(mailbox, reason: reason, evidence: evidence, note: note)
  }
}

/// Ends one person's subscriptions.
private struct Leaving {
  let db: Database
  let writer: ContactWriter
  let evidence: String

  /// Gives the names of the lists that were left by it.
  func end(_ contact: Int64, only: NamedList?) throws -> [String] {
    let all = try Row.fetchAll(
      db,
      sql: """
        SELECT l.id, l.name, s.state FROM subscription s JOIN list l ON l.id = s.list_id
        WHERE s.contact_id = ?
        """, arguments: [contact])
    var left: [String] = []
    for row in all where row["state"] != "left" {
      let list: Int64 = row["id"]
      guard only == nil || only?.id == list else { continue }
      try writer.leave(contact: contact, list: list, evidence: evidence)
      left.append(row["name"])
    }
    // A list by rule holds everybody whom it means: that somebody does not want it is kept as a
    // subscription that was left.
    let byRule =
      if let only { only.isByRule ? [only] : [] } else {
        all.isEmpty ? try NamedList.allByRule(db) : []
      }
    for list in byRule where !all.contains(where: { $0["id"] == list.id }) {
      try writer.subscribe(
        contact: contact, list: list.id, state: "left", basis: "", evidence: evidence)
      left.append(list.name)
    }
    return left
  }
}
