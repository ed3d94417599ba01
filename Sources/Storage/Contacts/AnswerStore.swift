package import Foundation
import GRDB
package import Mail

/// What people decided about lines of lists; kept, so that a later import knows it too.
package struct AnswerStore: Sendable {
  /// One answer to one question about one written cell.
  package struct Answer: Sendable, Hashable {
    package let line: Int
    package let written: String
    /// What was asked, as the worksheet names it; `address` where the address was in doubt.
    package let question: String
    /// The answer: `accept`, `keep`, `remove`, an address, or what else the question takes.
    package let choice: String
    /// Every mailbox that it tells of: as written, as meant, as chosen.
    package let mailboxes: [MailboxKey]

    package init(
      line: Int, written: String, question: String, choice: String, mailboxes: [MailboxKey] = []
    ) {
      self.line = line
      self.written = written
      self.question = question
      self.choice = choice
      self.mailboxes = mailboxes
    }
  }

  let database: SolsticeDatabase

  package init(database: SolsticeDatabase) {
    self.database = database
  }

  /// Keeps answers; a later answer to the same question replaces the earlier one.
  ///
  /// What tells of an erased person is not kept.
  package func save(_ answers: [Answer], list: String, at: Date) throws {
    let key = try SuppressionKey.load(database)
    try database.pool.write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO answer (list, line, written, question, choice, decided)
          VALUES (?, ?, ?, ?, ?, ?)
          """)
      for answer in answers {
        if try answer.mailboxes.contains(where: { try key.isErased($0, db) }) { continue }
        try statement.execute(arguments: [
          list, answer.line, answer.written, answer.question, answer.choice, Timestamp.from(at),
        ])
      }
    }
  }

  /// All answers about a list, by line.
  package func answers(list: String) throws -> [Answer] {
    try database.pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT line, written, question, choice FROM answer WHERE list = ?
          ORDER BY line, written, question
          """, arguments: [list]
      ).map {
        Answer(
          line: $0["line"], written: $0["written"], question: $0["question"], choice: $0["choice"])
      }
    }
  }
}
