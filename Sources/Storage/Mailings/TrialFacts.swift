import Foundation
import GRDB

/// A trial's own copy of what its letters ask of a contact, and only where they ask.
///
/// It stands in the contact table of the trial's database under the mailbox, so that the claim reads
/// it as it does in the real one, and an erasure finds and removes it.
enum TrialFacts {
  static func keep(_ reader: Reader, _ at: Date, _ db: Database) throws {
    guard reader.member?.isEmpty == false || !reader.roles.isEmpty else { return }
    let now = Timestamp.from(at)
    // Two contacts of one mailbox may have one name here: the delivery is the first one's.
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO contact (id, address, mailbox, name, member, roles, created, updated)
        VALUES (?, '', ?, '', ?, ?, ?, ?)
        """
    ).execute(arguments: [reader.contact, reader.mailbox, reader.member, reader.roles, now, now])
  }
}
