import Dispatcher
import Foundation
import GRDB
import Mail

/// Writes outcomes: each row's next state and its attempt, which is kept for ever.
struct LedgerOutcome {
  private let db: Database
  private let run: Int64
  private let settle: HotStatement
  private let tell: HotStatement

  static func write(_ outcomes: [Outcome], run: Int64, to db: Database) throws {
    let writer = try Self(run: run, db)
    for outcome in outcomes { try writer.write(outcome) }
  }

  private init(run: Int64, _ db: Database) throws {
    self.db = db
    self.run = run
    settle = try HotStatement(
      db,
      """
      UPDATE delivery SET state = ?, run_id = NULL, due = ?, tries = tries + 1, troubles = 0,
        first_try = coalesce(first_try, ?), reply = ?, updated = ?
      WHERE id = ? AND state IN (1, 2) AND run_id = ?
      """)
    tell = try HotStatement(
      db,
      """
      INSERT INTO attempt (delivery_id, run_id, at, outcome, stage, code, status, reason,
        permanence, reply, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  private func write(_ outcome: Outcome) throws {
    let now = Timestamp.from(outcome.at)
    var reply = outcome.reply?.description ?? ""
    var note = outcome.note ?? ""
    switch outcome.step {
    case .takenBack: return
    case .back(let due):
      try db.cachedStatement(
        sql: """
          UPDATE delivery SET state = CASE WHEN tries > 0 THEN 4 ELSE 0 END, run_id = NULL,
            due = max(due, ?), troubles = troubles + 1, updated = ?
          WHERE id = ? AND state IN (1, 2) AND run_id = ?
          """
      ).execute(arguments: [Timestamp.from(due), now, outcome.delivery, run])
    default:
      let (state, due) = Self.target(outcome.step)
      try settle.run([
        .integer(Int64(state.code)), .integer(due), .integer(now), .text(reply), .integer(now),
        .integer(outcome.delivery), .integer(run),
      ])
    }
    if db.changesCount == 0, try ErasedOutcome.write(outcome, run: run, now: now, to: db) {
      reply = ""
      note = ""
    }
    if outcome.step == .refused, let failure = outcome.failure, failure.reason.speaksAgainstContact
    {
      try suspend(outcome.delivery, failure, now: now)
    }
    // A row that was taken back meanwhile keeps its new state; the attempt is told all the same.
    let status = outcome.failure?.status ?? outcome.reply?.enhanced
    try tell.run([
      .integer(outcome.delivery), .integer(run), .integer(now), .text(Self.word(outcome.step)),
      .text(outcome.stage.rawValue),
      outcome.reply.map { .integer(Int64($0.code)) } ?? .null,
      status.map { .text($0.description) } ?? .null,
      outcome.failure.map { .text($0.reason.rawValue) } ?? .null,
      outcome.failure.map { .text($0.permanence.rawValue) } ?? .null, .text(reply),
      .text(note),
    ])
  }

  /// A refusal that says there is nobody there keeps the contact out of further mailings.
  private func suspend(_ delivery: Int64, _ failure: Failure, now: Int64) throws {
    try db.execute(
      sql: """
        UPDATE contact SET suspended = ?, suspended_why = ?, updated = ?
        WHERE suspended IS NULL AND mailbox = (SELECT mailbox FROM delivery WHERE id = ?)
        """, arguments: [now, failure.reason.phrase, now, delivery])
  }

  private static func target(_ step: Outcome.Step) -> (DeliveryState, Int64) {
    switch step {
    case .accepted: (.accepted, 0)
    case .refused: (.refused, 0)
    case .deferred(let due): (.deferred, Timestamp.from(due))
    case .inDoubt: (.inDoubt, 0)
    case .back, .takenBack: (.planned, 0)
    }
  }

  private static func word(_ step: Outcome.Step) -> String {
    switch step {
    case .accepted: "accepted"
    case .refused: "refused"
    case .deferred: "deferred"
    case .inDoubt: "in-doubt"
    case .back: "relay-trouble"
    case .takenBack: "taken-back"
    }
  }
}
