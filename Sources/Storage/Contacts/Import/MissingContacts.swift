import Contacts
import GRDB

/// Who is confirmed on a list and not in its file any more, and what is done about them.
struct MissingContacts {
  let gone: Gone
  let file: String
  /// Mailboxes that a person took out of the file: they go, whatever is done about others.
  let takenOut: Set<String>

  func find(_ importer: inout ContactImporter) throws {
    let db = importer.db
    let list = importer.list.id
    importer.plan.gone = gone
    var missing: [(id: Int64, isTakenOut: Bool)] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.id, c.name, c.address, c.mailbox FROM subscription s JOIN contact c ON c.id = s.contact_id
        WHERE s.list_id = ? AND s.state = 'confirmed' ORDER BY c.id
        """, arguments: [list])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      guard importer.marks[id].isDisjoint(with: [.met, .metElsewhere]) else { continue }
      let item = ImportItem(line: 0, name: row[1], address: row[2])
      if takenOut.contains(row[3]) {
        importer.plan.takenOff.add(item)
        missing.append((id, true))
      } else {
        importer.plan.missing.add(item)
        if gone != .tell { missing.append((id, false)) }
      }
    }
    let writer = importer.writer
    for (id, isTakenOut) in missing {
      switch isTakenOut ? .stop : gone {
      case .tell: continue
      case .leave:
        try writer.leave(contact: id, list: list, evidence: "no longer in \(file)")
      case .stop:
        try writer.unsubscribe(contact: id, list: list)
      }
      try RuleLists.dropUnfounded(db, contact: id)
      importer.plan.lettersTakenBack += try MailingStore.cancelWhereLeft(
        db, contact: id, reason: UnsentLetters.gone + file, now: writer.recorder.now)
    }
  }
}
