import Contacts
import Foundation
import GRDB
import Mail

/// Takes the rows of one file, one at a time; runs inside the import's transaction.
struct ContactImporter {
  let list: ImportedList
  let header: ListImport.Header
  let key: SuppressionKey
  let preferFile: Bool
  let db: Database
  let writer: ContactWriter
  var plan = ImportPlan()
  var marks = FieldMarks()
  private var nextID: Int64
  private let somebodyIsSuppressed: Bool
  private let evidence: String
  private var later: LaterRows
  /// Names under which the file has contacts that have another: their later rows mean them, too.
  private var aliases: [Int64: String] = [:]

  init(
    _ db: Database, list: ImportedList, header: ListImport.Header, key: SuppressionKey,
    preferFile: Bool, recorder: ChangeRecorder
  ) throws {
    self.db = db
    self.list = list
    self.header = header
    self.key = key
    self.preferFile = preferFile
    writer = ContactWriter(db: db, recorder: recorder)
    evidence = header.evidence
    nextID = try ContactWriter.nextID(db)
    later = LaterRows(db)
    somebodyIsSuppressed =
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM suppression)") ?? false
  }

  mutating func take(_ entry: ListImport.Entry) throws {
    let contact = try entry.person.flatMap { person in
      let row = FileRow(line: entry.line, position: entry.position, person: person)
      return try place(row, isAfterTheLastRow: false)
    }
    if contact == nil, try isErased(entry) { return }
    try list.keep(entry, contact: contact, db)
  }

  /// Of an erased person the file alone may know.
  private func isErased(_ entry: ListImport.Entry) throws -> Bool {
    guard somebodyIsSuppressed, let person = entry.person else { return false }
    return try key.isErased(MailboxKey(rawValue: person.mailbox), db)
  }

  /// Settles the rows that had to wait for those after them.
  mutating func settle() throws {
    while let row = try later.next() {
      let contact = try place(row, isAfterTheLastRow: true)
      try list.set(contact: contact, line: row.line, position: row.position, db)
    }
  }

  /// Gives the contact that the row means, where there is one then.
  private mutating func place(_ row: FileRow, isAfterTheLastRow: Bool) throws -> Int64? {
    let person = row.person
    if somebodyIsSuppressed, try key.isSuppressed(person.mailbox, db) {
      leaveAlone(row, .suppressed)
      return nil
    }
    let known = try KnownContact.at(person.mailbox, list: list.id, db)
    let match = ContactMatch.choose(
      name: person.name,
      among: known.map {
        ContactMatch.Candidate(
          id: $0.id, name: aliases[$0.id] == person.name ? person.name : $0.values.name,
          mergedInto: $0.mergedInto, isOnList: $0.state != nil,
          isMet: marks[$0.id].contains(.met))
      }, isAfterTheLastRow: isAfterTheLastRow)
    switch match {
    case .contact(let id):
      guard let contact = known.first(where: { $0.id == id }) else { return nil }
      if isAfterTheLastRow, contact.values.name != person.name { aliases[id] = person.name }
      try meet(contact, row)
      return id
    case .merged(_, let keeper):
      marks[keeper].insert(.metElsewhere)
      let address = try KnownContact.with(id: keeper, db)?.values.address ?? ""
      leaveAlone(row, .merged(into: address))
      return keeper
    case .openUntilTheEnd:
      try later.add(row)
      return nil
    case .nobody:
      return try add(row, isFirstAtMailbox: known.isEmpty, count: known.count)
    }
  }

  private mutating func add(
    _ row: FileRow, isFirstAtMailbox: Bool, count: Int
  ) throws -> Int64? {
    if count >= KnownContact.most {
      leaveAlone(row, .tooManyNames)
      return nil
    }
    if !isFirstAtMailbox,
      let reason = try list.standing(.none, mailbox: row.person.mailbox, db).reasonToLeaveAlone
    {
      leaveAlone(row, reason)
      return nil
    }
    let id = nextID
    nextID += 1
    try writer.insert(
      id: id, row.values, mailbox: row.person.mailbox, asOf: list.asOf, source: list.name)
    try subscribe(id)
    marks[id] = said(by: row).union([.met, .counted])
    plan.newContacts += 1
    plan.added.add(row.item(.added(isKnown: false)))
    return id
  }

  private func subscribe(_ contact: Int64) throws {
    try writer.subscribe(
      contact: contact, list: list.id, basis: header.basis, evidence: evidence)
  }

  /// A row about somebody who is known: from before, or from an earlier row.
  private mutating func meet(_ contact: KnownContact, _ row: FileRow) throws {
    let before = marks[contact.id]
    let isFirst = !before.contains(.met)
    let standing =
      contact.own == .none
      ? try list.standing(.none, mailbox: contact.mailbox, db) : ImportStanding(own: contact.own)
    if let reason = standing.reasonToLeaveAlone {
      if isFirst { leaveAlone(row, reason) }
      marks[contact.id].insert(.met)
      return
    }
    marks[contact.id].formUnion(said(by: row).union(.met))
    try tellContradictions(contact, row, before)
    if standing.own == .none {
      try subscribe(contact.id)
      plan.added.add(row.item(.added(isKnown: true)))
      marks[contact.id].insert(.counted)
    }
    let changes = try change(contact, row, before)
    let isCounted = marks[contact.id].contains(.counted)
    if changes.isEmpty {
      if isFirst, !isCounted { plan.unchanged += 1 }
      return
    }
    if isCounted { return }
    if !isFirst { plan.unchanged -= 1 }
    plan.changed.add(row.item(.changed(changes)))
    marks[contact.id].insert(.counted)
  }

  /// Takes what the row says first of all rows; gives what it changed.
  private mutating func change(
    _ contact: KnownContact, _ row: FileRow, _ before: FieldMarks.Marks
  ) throws -> [FieldChange] {
    let fields = ContactField.allCases.filter { !before.contains(.said($0)) }
    let asOf = Timestamp.date(list.asOf)
    let decision = try ImportDecision.decide(
      known: contact.values, said: row.values, fields: fields, asOf: asOf, source: list.name,
      preferFile: preferFile, origin: { try contact.origin(of: $0, db) })
    for conflict in decision.conflicts { plan.conflicts.add(row.item(.conflict(conflict))) }
    guard !decision.changes.isEmpty else { return [] }
    var values = contact.values
    for change in decision.changes {
      values[change.field] = change.to
      let origin = try contact.origin(of: change.field, db)
      // A fact as old as the contact, from the same list, needs no note of its own.
      if !origin.isStated, origin.asOf == asOf, origin.source == list.name { continue }
      // What was overruled by --prefer-file must not win again by its date.
      let isGap = change.from.isEmpty && !origin.isStated
      let since = isGap ? list.asOf : max(list.asOf, Timestamp.from(origin.asOf))
      try writer.state(
        contact: contact.id, field: change.field, asOf: since, source: list.name)
    }
    try writer.update(id: contact.id, values)
    return decision.changes
  }

  private mutating func tellContradictions(
    _ contact: KnownContact, _ row: FileRow, _ before: FieldMarks.Marks
  ) throws {
    for field in ContactField.allCases where before.contains(.said(field)) {
      let stands = contact.values[field]
      let says = row.values[field]
      guard !ImportDecision.isSpelling(field),
        ImportDecision.result(of: says, on: stands, field) != nil
      else { continue }
      try plan.contradictions.add(
        row.item(
          .contradiction(
            field: field, says: says, stands: stands,
            firstLine: try list.firstLine(of: contact.id, db))))
    }
  }

  private mutating func leaveAlone(_ row: FileRow, _ reason: LeftAlone) {
    plan.leftAlone.add(row.item(.leftAlone(reason)))
  }

  private func said(by row: FileRow) -> FieldMarks.Marks {
    let values = row.values
    return ContactField.allCases.reduce(into: FieldMarks.Marks()) { marks, field in
      if !values[field].isEmpty { marks.insert(.said(field)) }
    }
  }
}
