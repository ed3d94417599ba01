import Contacts
import GRDB
import Mail

/// What in the database belongs to the person behind a mailbox.
struct PersonScope: Sendable {
  /// All contacts of the mailbox, whom they were merged into, and all that were merged into these:
  /// an earlier address is a contact merged into the later one.
  var contacts: [Int64] = []
  /// The mailbox, and others of the same contacts that are no other contact's.
  var mailboxes: [String]
  /// As written, now and earlier.
  var addresses: [String] = []
  var names: [String] = []
  /// Deliveries to these mailboxes.
  var deliveries: [Int64] = []
  /// Deliveries for these contacts to a mailbox that another contact has, too.
  var sharedDeliveries: [Int64] = []

  static func gather(_ mailbox: MailboxKey, _ db: Database) throws -> Self {
    var scope = Self(mailboxes: [mailbox.rawValue])
    scope.contacts = try Int64.fetchAll(
      db,
      sql: """
        WITH RECURSIVE person (id) AS (
          SELECT coalesce(merged_into, id) FROM contact WHERE mailbox = ?
          UNION SELECT c.id FROM contact c JOIN person p ON c.merged_into = p.id)
        SELECT id FROM person ORDER BY id
        """, arguments: [mailbox.rawValue])
    let ids = scope.contactList
    let others = try String.fetchAll(
      db,
      sql: """
        SELECT mailbox FROM contact WHERE id IN (\(ids))
        UNION SELECT mailbox FROM delivery WHERE contact_id IN (\(ids))
        UNION SELECT json_extract(before, '$.mailbox') FROM change
          WHERE entity = 'contact' AND contact_id IN (\(ids)) AND json_valid(before)
            AND json_extract(before, '$.mailbox') IS NOT NULL
        EXCEPT SELECT mailbox FROM contact WHERE id NOT IN (\(ids))
        """)
    for other in others where !scope.mailboxes.contains(other) && !ErasedMailbox.isMark(other) {
      scope.mailboxes.append(other)
    }
    try scope.gatherDeliveries(db)
    try scope.gatherWords(db)
    return scope
  }

  /// For `IN (…)`: numbers of our own only.
  var contactList: String { contacts.map(String.init).joined(separator: ",") }
  var deliveryList: String { deliveries.map(String.init).joined(separator: ",") }

  /// Finds the person by any address, as people write it or as mailboxes are kept.
  var addressFinder: PersonFinder { PersonFinder(addresses: addresses + mailboxes) }
  var finder: PersonFinder { PersonFinder(addresses: addresses + mailboxes, names: names) }

  /// Takes over what another database knows of the person.
  mutating func add(_ other: Self, _ db: Database) throws {
    for mailbox in other.mailboxes where !mailboxes.contains(mailbox) { mailboxes.append(mailbox) }
    addresses += other.addresses.filter { !addresses.contains($0) }
    names += other.names.filter { !names.contains($0) }
    deliveries = []
    try gatherDeliveries(db)
  }

  private mutating func gatherDeliveries(_ db: Database) throws {
    let statement = try db.makeStatement(sql: "SELECT id FROM delivery WHERE mailbox = ?")
    for mailbox in mailboxes {
      deliveries += try Int64.fetchAll(statement, arguments: [mailbox])
    }
    let known = Set(deliveries)
    sharedDeliveries = try Int64.fetchAll(
      db, sql: "SELECT id FROM delivery WHERE contact_id IN (\(contactList))"
    ).filter { !known.contains($0) }
  }

  private mutating func gatherWords(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT address, mailbox, name FROM contact WHERE id IN (\(contactList))
        UNION SELECT address, mailbox, name FROM delivery WHERE id IN (\(deliveryList))
        UNION SELECT json_extract(before, '$.address'), json_extract(before, '$.mailbox'),
            json_extract(before, '$.name') FROM change
          WHERE entity = 'contact' AND contact_id IN (\(contactList)) AND json_valid(before)
        UNION SELECT NULL, NULL, name FROM list_row WHERE contact_id IN (\(contactList))
        """)
    while let row = try rows.next() {
      let address: String? = row[0]
      let mailbox: String? = row[1]
      let name: String? = row[2]
      if let address, let mailbox, !address.isEmpty, mailboxes.contains(mailbox),
        !addresses.contains(address)
      {
        addresses.append(address)
      }
      if let name, !name.isEmpty, !names.contains(name) { names.append(name) }
    }
  }
}
