package import Foundation

/// The answers to the question `address`, as Newsroom still asks for them; see `AnswerStore`.
package struct DecisionStore: Sendable {
  /// One decision: `accept`, `keep`, `remove`, or an address.
  package struct Decision: Sendable, Hashable {
    package let line: Int
    package let written: String
    package let choice: String

    package init(line: Int, written: String, choice: String) {
      self.line = line
      self.written = written
      self.choice = choice
    }
  }

  private let answers: AnswerStore

  package init(database: SolsticeDatabase) {
    answers = AnswerStore(database: database)
  }

  package func save(_ decisions: [Decision], list: String, at: Date) throws {
    try answers.save(
      decisions.map {
        AnswerStore.Answer(
          line: $0.line, written: $0.written, question: "address", choice: $0.choice)
      }, list: list, at: at)
  }

  package func decisions(list: String) throws -> [Decision] {
    try answers.answers(list: list).filter { $0.question == "address" }.map {
      Decision(line: $0.line, written: $0.written, choice: $0.choice)
    }
  }
}
