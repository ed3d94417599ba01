import GRDB
import Mail

/// Blanks a report that comes after its person was erased: it is counted, nothing more.
struct ErasedReports {
  private let key: SuppressionKey
  private let db: Database
  private let nobodyIsErased: Bool

  init(_ db: Database, _ key: SuppressionKey) throws {
    self.key = key
    self.db = db
    nobodyIsErased =
      try Bool.fetchOne(
        db, sql: "SELECT NOT EXISTS (SELECT 1 FROM suppression WHERE reason = 'erased')") ?? false
  }

  func blanked(_ entry: BounceEntry) throws -> BounceEntry {
    if nobodyIsErased { return entry }
    var entry = entry
    if let mark = try mark(of: entry) {
      entry.recipient = mark
      entry.diagnosis = ""
      entry.contact = nil
    } else if try namesErased(entry.diagnosis) {
      entry.diagnosis = ""
    }
    return entry
  }

  private func mark(of entry: BounceEntry) throws -> String? {
    if let delivery = entry.delivery {
      let mailbox = try String.fetchOne(
        db, sql: "SELECT mailbox FROM delivery WHERE id = ?", arguments: [delivery])
      if let mailbox, ErasedMailbox.isMark(mailbox) { return mailbox }
    }
    guard let mailbox = try? EmailAddress(parsing: entry.recipient).mailboxKey,
      try key.isErased(mailbox, db)
    else { return nil }
    return ErasedMailbox.mark(key.hash(of: mailbox))
  }

  /// A server may name somebody else than the recipient.
  private func namesErased(_ words: String) throws -> Bool {
    for piece in words.split(whereSeparator: { " \t\r\n<>()[]\"',;:=".contains($0) }).prefix(1000)
    where piece.contains("@") && piece.utf8.count <= 320 {
      let text = piece.last == "." ? piece.dropLast() : piece
      if let mailbox = try? EmailAddress(parsing: text).mailboxKey, try key.isErased(mailbox, db) {
        return true
      }
    }
    return false
  }
}
