package import Foundation
import GRDB
package import Mail

/// Gathers what is known about a person.
package struct PersonExportStore: Sendable {
  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// All contacts of the mailbox and of its person; an unknown mailbox gives empty lists.
  package func export(_ mailbox: MailboxKey, at: Date) throws -> PersonExport {
    let key = try SuppressionKey.load(database)
    return try database.pool.read { db in
      let scope = try PersonScope.gather(mailbox, db)
      let reader = PersonExportReader(db: db, scope: scope)
      var export = PersonExport(exported: at, mailbox: mailbox.rawValue)
      export.contacts = try scope.contacts.compactMap(reader.contact)
      export.deliveries = try (scope.deliveries + scope.sharedDeliveries).sorted()
        .compactMap(reader.delivery)
      export.otherReports = try reader.otherReports()
      export.changes = try reader.changes()
      for mailbox in scope.mailboxes {
        let hash = key.hash(of: MailboxKey(rawValue: mailbox))
        let row = try Row.fetchOne(
          db, sql: "SELECT reason, since, evidence FROM suppression WHERE hash = ?",
          arguments: [hash])
        if let row {
          export.suppressions.append(
            PersonExport.Suppression(
              mailbox: mailbox, reason: row["reason"], since: Timestamp.date(row["since"]),
              evidence: row["evidence"]))
        }
      }
      return export
    }
  }
}
