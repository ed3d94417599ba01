import Contacts
import Dispatcher
import Foundation
import GRDB
import Mail
import Synchronization
import TestSupport

@testable import Storage

/// A clock that the test moves.
final class TestClock: WallClock {
  private let time = Mutex(Date(timeIntervalSince1970: 1_561_334_400))

  func now() -> Date { time.withLock { $0 } }

  func advance(_ seconds: TimeInterval) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
}

/// A database in a folder of its own, with the stores over it.
struct Desk {
  let folder: TemporaryFolder
  let database: SolsticeDatabase
  let clock = TestClock()

  init() throws {
    folder = try TemporaryFolder(named: "storage")
    database = try SolsticeDatabase.create(path: folder.path(of: "solstice.db"))
  }

  var contacts: ContactStore { ContactStore(database: database) }
  var mailings: MailingStore { MailingStore(database: database) }
  var bounces: BounceStore { BounceStore(database: database) }

  static func person(
    _ address: String, _ name: String = "", language: String? = nil
  ) throws -> ListImport.Person {
    let parsed = try EmailAddress(parsing: address)
    return ListImport.Person(
      address: parsed.description, mailbox: parsed.mailboxKey.rawValue, name: name,
      language: language)
  }

  @discardableResult
  func importList(_ name: String, _ people: [ListImport.Person]) throws -> ImportPlan {
    try take(name, people)
  }

  static let message = PreparedMessage(segments: [
    .bytes(Array("To: ".utf8)), .merge(.to, .header), .bytes(Array("\r\n\r\nHello\r\n".utf8)),
  ])

  @discardableResult
  func approve(
    _ mailing: String = "2019-H1", lists names: [String] = ["members"], hash: [UInt8] = [1]
  ) throws -> ApprovalResult {
    let lists = try contacts.lists().filter { names.contains($0.name) }
    let contents = ["en", "ja"].map {
      Approval.Content(language: $0, subject: "News (\($0))", message: Self.message)
    }
    return try mailings.approve(
      Approval(
        mailing: mailing, kind: "edition", contents: contents, contentHash: hash, by: "Suk",
        at: clock.now(), note: "", lists: lists)
    ) { $0 == "ja" ? "ja" : "en" }
  }

  /// Readers 1…count on the list members, and a mailing approved for them.
  func planned(_ count: Int) throws -> ApprovalResult {
    try importList("members", (1...count).map { try Self.person("reader\($0)@gpn.example") })
    return try approve()
  }

  func ledger(_ mailing: Int64, pace: Pace = Pace(), lists: [Int64] = []) throws -> SQLiteLedger {
    try SQLiteLedger(
      database: database, selection: LedgerSelection(mailing: mailing, lists: lists),
      relay: "smtp://127.0.0.1:25", pace: pace, clock: clock)
  }

  func key(_ address: String) throws -> MailboxKey { try EmailAddress(parsing: address).mailboxKey }

  func execute(_ sql: String, _ arguments: [Int64] = []) throws {
    try database.pool.write { try $0.execute(sql: sql, arguments: StatementArguments(arguments)) }
  }

  func texts(_ sql: String, _ arguments: [Int64] = []) throws -> [String] {
    try database.pool.read {
      try String.fetchAll($0, sql: sql, arguments: StatementArguments(arguments))
    }
  }

  func number(_ sql: String, _ arguments: [Int64] = []) throws -> Int64 {
    try database.pool.read {
      try Int64.fetchOne($0, sql: sql, arguments: StatementArguments(arguments))
    } ?? -1
  }

  func state(_ id: Int64) throws -> DeliveryState? {
    DeliveryState(
      code: Int(try number("SELECT state FROM delivery WHERE id = ?", [id])))
  }

  func reply(_ id: Int64) throws -> String {
    try texts("SELECT reply FROM delivery WHERE id = ?", [id]).first ?? ""
  }

  func attempts(_ id: Int64) throws -> [String] {
    try texts("SELECT outcome FROM attempt WHERE delivery_id = ? ORDER BY id", [id])
  }

  func count(_ state: DeliveryState) throws -> Int64 {
    try number("SELECT count(*) FROM delivery WHERE state = ?", [Int64(state.code)])
  }

  func outcome(
    _ delivery: ClaimedDelivery, _ step: Outcome.Step, failure: Failure? = nil
  ) -> Outcome {
    Outcome(
      delivery: delivery.id, step: step, at: clock.now(), stage: .afterDot,
      reply: Reply(code: step == .accepted ? 250 : 550, lines: ["2.0.0 told"]), failure: failure)
  }
}
