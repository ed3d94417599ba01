package import Contacts
import Foundation
import GRDB
import Mail

/// What adding one person did.
package struct Addition: Sendable, Hashable {
  package var id: Int64
  /// Whether nobody was known at the mailbox under this name.
  package var isNew: Bool
  /// The lists that they were put on.
  package var lists: [String] = []
  /// What changed for somebody who was known.
  package var changes: [FieldChange] = []
  package var liftedSuppression = false
}

extension ContactStore {
  /// Adds one person, or puts one who is known on lists.
  ///
  /// Who left, or must never be mailed, comes back only on consent with evidence; the latter only
  /// where `liftSuppression` says so, too.
  package func add(
    _ person: ListImport.Person, lists: [String], basis: String, evidence: String,
    liftSuppression: Bool = false, note: ChangeNote
  ) throws -> Addition {
    let key = try SuppressionKey.load(database)
    return try database.pool.write { db in
      let adding = Adding(
        db: db, key: key, recorder: ChangeRecorder(db, note), person: person, basis: basis,
        evidence: evidence, source: note.command)
      return try adding.run(lists: lists, liftSuppression: liftSuppression)
    }
  }
}

/// One person on the way into the database.
private struct Adding {
  let db: Database
  let key: SuppressionKey
  let recorder: ChangeRecorder
  let person: ListImport.Person
  let basis: String
  let evidence: String
  let source: String

  private var writer: ContactWriter { ContactWriter(db: db, recorder: recorder) }
  private var isConsent: Bool { basis == "consent" }

  func run(lists: [String], liftSuppression: Bool) throws -> Addition {
    if isConsent, evidence.allSatisfy(\.isWhitespace) { throw ContactProblem.needsEvidence }
    let lists = try lists.map { try NamedList.find($0, db) }
    if let byRule = lists.first(where: \.isByRule) { throw ContactProblem.ruleList(byRule.name) }
    var addition = try contact()
    addition.liftedSuppression = try checkSuppression(addition.id, liftSuppression)
    for list in lists where try subscribe(addition.id, list) { addition.lists.append(list.name) }
    return addition
  }

  private func contact() throws -> Addition {
    let known = try KnownContact.at(person.mailbox, db)
    let match = ContactMatch.choose(
      name: person.name,
      among: known.map {
        ContactMatch.Candidate(
          id: $0.id, name: $0.values.name, mergedInto: $0.mergedInto, isOnList: false, isMet: false)
      }, isAfterTheLastRow: true)
    switch match {
    case .merged(_, let keeper):
      let address = try KnownContact.with(id: keeper, db)?.values.address ?? ""
      throw ContactProblem.merged(person.address, into: address)
    case .contact(let id):
      guard let contact = known.first(where: { $0.id == id }) else { break }
      return Addition(id: id, isNew: false, changes: try update(contact))
    case .nobody, .openUntilTheEnd: break
    }
    let id = try ContactWriter.nextID(db)
    try writer.insert(
      id: id, person.values, mailbox: person.mailbox, asOf: recorder.now, source: source)
    return Addition(id: id, isNew: true)
  }

  private func update(_ contact: KnownContact) throws -> [FieldChange] {
    var values = contact.values
    var changes: [FieldChange] = []
    for field in ContactField.allCases {
      guard
        let wanted = ImportDecision.result(
          of: person.values[field], on: contact.values[field], field)
      else { continue }
      changes.append(FieldChange(field: field, from: values[field], to: wanted))
      values[field] = wanted
      try writer.state(contact: contact.id, field: field, asOf: recorder.now, source: source)
    }
    if !changes.isEmpty { try writer.update(id: contact.id, values) }
    return changes
  }

  /// Whether a suppression was lifted.
  private func checkSuppression(_ contact: Int64, _ isToLift: Bool) throws -> Bool {
    let hash = key.hash(of: MailboxKey(rawValue: person.mailbox))
    let row = try Row.fetchOne(
      db, sql: "SELECT reason, since FROM suppression WHERE hash = ?", arguments: [hash])
    guard let row else { return false }
    guard isConsent, isToLift else {
      throw ContactProblem.suppressed(
        reason: row["reason"], since: Timestamp.date(row["since"]))
    }
    try recorder.willChange(suppression: hash, contact: contact)
    try db.execute(sql: "DELETE FROM suppression WHERE hash = ?", arguments: [hash])
    return true
  }

  /// Whether the contact was not confirmed on the list before.
  private func subscribe(_ contact: Int64, _ list: NamedList) throws -> Bool {
    guard let known = try KnownContact.with(id: contact, list: list.id, db) else { return false }
    if known.own == .confirmed { return false }
    let imported = ImportedList(id: list.id, name: list.name, asOf: 0)
    let standing = try imported.standing(known.own, mailbox: known.mailbox, db)
    if !isConsent {
      switch standing.reasonToLeaveAlone {
      case .left(let since): throw ContactProblem.hasLeft(list: list.name, since: since)
      case .leftEverything(let since): throw ContactProblem.hasLeft(list: nil, since: since)
      default: break
      }
    }
    if known.own == .none {
      try writer.subscribe(contact: contact, list: list.id, basis: basis, evidence: evidence)
    } else {
      try writer.confirm(contact: contact, list: list.id, basis: basis, evidence: evidence)
      try UnsentLetters.revive(db, backOnLists: known.mailbox)
    }
    return true
  }
}
