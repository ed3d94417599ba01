import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storage

/// A database of each shipped schema opens, and its rows are still there.
struct MigrationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(named: "migration")
  }

  /// A database as the first version wrote it, with something in every table that changes.
  private func shipped() throws -> String {
    let path = folder.path(of: "solstice.db")
    let queue = try DatabaseQueue(path: path)
    try Migrations.all.migrate(queue, upTo: "2026-11 bounce log")
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO contact (id, address, mailbox, name, language, created, updated, suspended)
            VALUES (7, 'Suk@kgpn.example', 'suk@kgpn.example', 'Suk', 'ko', 1000, 2000, 3000);
          INSERT INTO list (id, name, source, source_modified, imported)
            VALUES (1, 'members', 'lists/members.csv', 900, 1000);
          INSERT INTO subscription VALUES (1, 7, 'left', 'membership', 'told us', 1500);
          INSERT INTO list_row (list_id, line, position, written, verdict, code, reason, contact_id)
            VALUES (1, 2, 0, 'Suk@kgpn.example', 'ok', 'ok', '', 7);
          INSERT INTO decision VALUES ('members', 3, 'a@gmial.com', 'accept', 1200);
          INSERT INTO suppression VALUES (x'0102', 'erased', 1300, 'letter');
          """)
    }
    try queue.close()
    return path
  }

  @Test func theFirstSchemasRowsSurvive() throws {
    let path = try shipped()
    for _ in 0..<2 {
      let database = try SolsticeDatabase.open(path: path)
      try database.pool.read { (db: Database) throws in
        let contact = try #require(try Row.fetchOne(db, sql: "SELECT * FROM contact"))
        #expect(contact["id"] == 7)
        #expect(contact["address"] == "Suk@kgpn.example")
        #expect(contact["suspended"] == 3000)
        #expect(contact["as_of"] == 1000)
        #expect(contact["source"] == "")
        #expect(contact["merged_into"] == nil as Int64?)
        let subscription = try #require(try Row.fetchOne(db, sql: "SELECT * FROM subscription"))
        #expect(subscription["state"] == "left")
        #expect(subscription["evidence"] == "told us")
        #expect(
          try Int.fetchOne(db, sql: "SELECT count(*) FROM list_row WHERE contact_id = 7") == 1)
        #expect(try String.fetchOne(db, sql: "SELECT reason FROM suppression") == "erased")
        #expect(try Bool.fetchOne(db, sql: "SELECT rule IS NULL FROM list") == true)
      }
      let answers = try AnswerStore(database: database).answers(list: "members")
      #expect(
        answers == [
          AnswerStore.Answer(line: 3, written: "a@gmial.com", question: "address", choice: "accept")
        ])
      try database.pool.close()
    }
  }

  @Test func nothingOfTheDatabaseIsBrokenByIt() throws {
    let database = try SolsticeDatabase.open(path: try shipped())
    try database.pool.read { (db: Database) throws in
      #expect(try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil)
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      #expect(try db.tableExists("decision") == false)
    }
  }
}
