import Contacts
import Foundation
import GRDB
import Mail

/// Takes a person out of one database; runs inside one transaction.
struct Eraser {
  let db: Database
  let scope: PersonScope
  /// The hash of each mailbox in the scope.
  let hashes: [String: Data]
  let now: Int64
  private(set) var result = ErasureResult()

  init(db: Database, scope: PersonScope, hashes: [String: Data], now: Int64) {
    self.db = db
    self.scope = scope
    self.hashes = hashes
    self.now = now
    result.addresses = scope.addresses
    result.names = scope.names
  }

  mutating func run() throws {
    try blankReports()
    try blankDeliveries()
    try removeRows()
    try removeHistory()
    try removeContacts()
    try suppress()
    result.mentions = try MentionSweep(db: db, scope: scope).run()
    result.stillNamedIn = try ApprovedMentions.find(scope.finder, db)
  }

  private func mark(_ mailbox: String) -> String {
    hashes[mailbox].map(ErasedMailbox.mark) ?? ErasedMailbox.mark(Data())
  }

  private mutating func blankReports() throws {
    let finder = scope.addressFinder
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT b.id, d.mailbox, b.recipient, b.contact_id FROM bounce b
        LEFT JOIN delivery d ON d.id = b.delivery_id
        """)
    let contacts = Set(scope.contacts)
    let own = Set(scope.mailboxes)
    var found: [(Int64, String)] = []
    while let row = try rows.next() {
      let delivered: String? = row[1]
      let contact: Int64? = row[3]
      if let delivered, own.contains(delivered) {
        found.append((row[0], delivered))
      } else if contact.map(contacts.contains) ?? false || finder.finds(in: row[2]) {
        found.append((row[0], scope.mailboxes[0]))
      }
    }
    for (id, mailbox) in found {
      // Two lines of one report come to one: a delivery scores at most once.
      try db.execute(
        sql: """
          UPDATE OR REPLACE bounce SET recipient = ?, diagnosis = '', contact_id = NULL
          WHERE id = ?
          """, arguments: [mark(mailbox), id])
    }
    result.reports = found.count
  }

  private mutating func blankDeliveries() throws {
    for mailbox in scope.mailboxes {
      try db.execute(
        sql: """
          UPDATE delivery SET reply = 'erased', state = 7, run_id = NULL, updated = ?
          WHERE mailbox = ? AND state IN (0, 1, 4)
          """, arguments: [now, mailbox])
      result.cancelled += db.changesCount
      // What is on the wire is told to its run no more: see `ErasedOutcome`.
      try db.execute(
        sql: """
          UPDATE delivery SET mailbox = CASE WHEN EXISTS (SELECT 1 FROM delivery d
              WHERE d.mailing_id = delivery.mailing_id AND d.mailbox = ?1)
              THEN ?1 || ':' || id ELSE ?1 END,
            contact_id = 0, address = '', name = '',
            reply = CASE state WHEN 7 THEN 'erased' ELSE '' END,
            run_id = CASE state WHEN 2 THEN -run_id END
          WHERE mailbox = ?2
          """, arguments: [mark(mailbox), mailbox])
      result.deliveries += db.changesCount
    }
    for id in scope.deliveries {
      try db.execute(
        sql: "UPDATE attempt SET reply = '', note = '' WHERE delivery_id = ?", arguments: [id])
      result.attempts += db.changesCount
    }
    // The mailbox is another's, too, who must not get the letter twice: only the name goes.
    for id in scope.sharedDeliveries {
      try db.execute(
        sql: "UPDATE delivery SET name = '', contact_id = 0 WHERE id = ?", arguments: [id])
      result.deliveries += db.changesCount
    }
  }

  private mutating func removeRows() throws {
    let finder = scope.finder
    let contacts = Set(scope.contacts)
    let names = Set(scope.names)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.list_id, r.line, r.position, l.name, r.written, r.name, r.contact_id,
          coalesce(r.suggestion, '') FROM list_row r JOIN list l ON l.id = r.list_id
        """)
    var found: [Row] = []
    while let row = try rows.next() {
      let contact: Int64? = row[6]
      if let contact {
        if contacts.contains(contact) { found.append(row.copy()) }
      } else if names.contains(row[5]) || finder.finds(in: row[4]) || finder.finds(in: row[7]) {
        found.append(row.copy())
      }
    }
    for row in found {
      try db.execute(
        sql: "DELETE FROM list_row WHERE list_id = ? AND line = ? AND position = ?",
        arguments: [row[0], row[1], row[2]])
      try db.execute(
        sql: "DELETE FROM answer WHERE list = ? AND line = ? AND written = ?",
        arguments: [row[3], row[1], row[4]])
      result.answers += db.changesCount
    }
    result.listRows = found.count
  }

  private mutating func removeHistory() throws {
    try db.execute(sql: "DELETE FROM change WHERE contact_id IN (\(scope.contactList))")
    result.changes = db.changesCount
    for hash in hashes.values {
      try db.execute(
        sql: "DELETE FROM change WHERE entity = 'suppression' AND field = hex(?)",
        arguments: [hash])
      result.changes += db.changesCount
    }
  }

  private mutating func removeContacts() throws {
    let ids = scope.contactList
    try db.execute(sql: "DELETE FROM fact WHERE contact_id IN (\(ids))")
    try db.execute(sql: "DELETE FROM subscription WHERE contact_id IN (\(ids))")
    result.subscriptions = db.changesCount
    try db.execute(sql: "DELETE FROM contact WHERE id IN (\(ids))")
    result.contacts = db.changesCount
  }

  private func suppress() throws {
    for hash in hashes.values {
      try db.execute(
        sql: """
          INSERT INTO suppression (hash, reason, since, evidence) VALUES (?, 'erased', ?, '')
          ON CONFLICT (hash) DO UPDATE SET reason = 'erased', evidence = ''
          """, arguments: [hash, now])
    }
  }
}
