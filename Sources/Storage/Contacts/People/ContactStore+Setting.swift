package import Contacts
import Foundation
import GRDB
import Mail

extension ContactStore {
  /// Sets fields of one contact by hand; gives what changed.
  ///
  /// A new address keeps the contact, its subscriptions and its history. The old one goes on to
  /// mean it, so that a file that still has it brings nobody back; a suspension ends, because it
  /// was of the old address; letters not yet on the wire follow.
  package func set(
    _ reference: ContactReference, _ values: [ContactField: String], note: ChangeNote
  ) throws -> [FieldChange] {
    let key = try SuppressionKey.load(database)
    let epoch = try Epoch.load(database)
    return try database.pool.write { db in
      let contact = try KnownContact.the(reference, db)
      let setting = Setting(
        db: db, contact: contact, recorder: ChangeRecorder(db, note), source: note.command)
      var wanted = contact.values
      for (field, value) in values { wanted[field] = value }
      let mailbox = try setting.mailbox(of: wanted, suppressions: key)
      let changes = try setting.apply(wanted, mailbox: mailbox)
      if mailbox != contact.mailbox {
        let letters = UnsentLetters(db: db, epoch: epoch, now: note.at)
        try letters.move(from: contact.mailbox, to: contact.id, reason: UnsentLetters.moved)
      }
      return changes
    }
  }
}

/// One contact whose fields a person sets.
private struct Setting {
  let db: Database
  let contact: KnownContact
  let recorder: ChangeRecorder
  let source: String

  private var writer: ContactWriter { ContactWriter(db: db, recorder: recorder) }

  /// The mailbox that the contact will have, free of others under the same name.
  func mailbox(of wanted: ContactValues, suppressions: SuppressionKey) throws -> String {
    let mailbox = try Self.key(of: wanted.address)
    for other in try KnownContact.at(mailbox, db) where other.id != contact.id {
      // An earlier address of one's own can be taken again.
      if other.mergedInto == contact.id { continue }
      let isMove = mailbox != contact.mailbox
      let isNameless = other.values.name.isEmpty || wanted.name.isEmpty
      if other.values.name == wanted.name || isMove && isNameless {
        throw ContactProblem.addressTaken(wanted.address, name: other.values.name)
      }
    }
    if mailbox != contact.mailbox {
      let row = try Row.fetchOne(
        db, sql: "SELECT reason, since FROM suppression WHERE hash = ?",
        arguments: [suppressions.hash(of: MailboxKey(rawValue: mailbox))])
      if let row {
        throw ContactProblem.suppressed(
          reason: row["reason"], since: Timestamp.date(row["since"]))
      }
    }
    return mailbox
  }

  func apply(_ wanted: ContactValues, mailbox: String) throws -> [FieldChange] {
    let changes = ContactField.allCases.filter { contact.values[$0] != wanted[$0] }.map {
      FieldChange(field: $0, from: contact.values[$0], to: wanted[$0])
    }
    guard !changes.isEmpty else { return [] }
    for change in changes {
      try writer.state(
        contact: contact.id, field: change.field, asOf: recorder.now, source: source)
    }
    try removeOwnTrace(at: mailbox, name: wanted.name)
    try writer.update(id: contact.id, wanted)
    if mailbox != contact.mailbox {
      try db.execute(
        sql: "UPDATE contact SET mailbox = ?, suspended = NULL, suspended_why = NULL WHERE id = ?",
        arguments: [mailbox, contact.id])
      try writer.insert(
        id: try ContactWriter.nextID(db),
        ContactValues(name: contact.values.name, address: contact.values.address),
        mailbox: contact.mailbox, asOf: recorder.now, source: source, mergedInto: contact.id)
    }
    return changes
  }

  /// Makes room where the contact takes an address or name again that it had earlier.
  private func removeOwnTrace(at mailbox: String, name: String) throws {
    let trace = try KnownContact.at(mailbox, db).first {
      $0.mergedInto == contact.id && $0.values.name == name
    }
    guard let trace else { return }
    try recorder.willChange(contact: trace.id)
    try db.execute(
      sql: "UPDATE list_row SET contact_id = ? WHERE contact_id = ?",
      arguments: [contact.id, trace.id])
    try RowImage.contact.remove(RowImage.Key(contact: trace.id), db)
  }

  private static func key(of address: String) throws -> String {
    do {
      return try EmailAddress(parsing: address, policy: .permissive).mailboxKey.rawValue
    } catch {
      throw ContactProblem.unreadableAddress(address)
    }
  }
}
