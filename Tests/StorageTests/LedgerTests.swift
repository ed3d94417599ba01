import Dispatcher
import Foundation
import Mail
import Synchronization
import Testing

@testable import Storage

struct LedgerTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  @Test func aDeliverysWay() throws {
    let ledger = try desk.ledger(try desk.planned(2).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    #expect(delivery.recipient.description == "reader1@gpn.example")
    #expect(delivery.mailbox == delivery.recipient.mailboxKey)
    #expect(delivery.tries == 0 && delivery.firstTry == nil && delivery.troubles == 0)
    #expect(try desk.state(delivery.id) == .claimed)
    #expect(try ledger.putOnTheWire(delivery, messageID: "m1"))
    #expect(try desk.state(delivery.id) == .onTheWire)
    #expect(try !ledger.putOnTheWire(delivery, messageID: "m1"), "never a second time")
    ledger.record(desk.outcome(delivery, .accepted))
    try ledger.flush()
    #expect(try desk.state(delivery.id) == .accepted)
    #expect(try desk.reply(delivery.id) == "250 2.0.0 told")
    #expect(try desk.attempts(delivery.id) == ["accepted"])
    #expect(try DeliveryStore(database: desk.database).sent(messageID: "m1")?.id == delivery.id)
    try ledger.end()
    #expect(try desk.count(.planned) == 1)
    #expect(try desk.number("SELECT ended IS NOT NULL FROM run") == 1)
  }

  @Test func claimsNoMoreThanAskedAndNothingTwice() throws {
    let ledger = try desk.ledger(try desk.planned(10).mailing)
    var ids: [Int64] = []
    for limit in [3, 3, 100, 5] { ids += try ledger.claim(limit: limit).map(\.id) }
    #expect(ids.count == 10)
    #expect(Set(ids).count == 10)
    #expect(try ledger.claim(limit: 0).isEmpty)
    try ledger.end()
  }

  @Test func twoLedgersNeverClaimTheSameRow() throws {
    let mailing = try desk.planned(200).mailing
    let other = try SolsticeDatabase.open(path: desk.database.path)
    let ledgers = try [desk.database, other].map {
      try SQLiteLedger(
        database: $0, selection: LedgerSelection(mailing: mailing), relay: "smtp://x",
        clock: desk.clock)
    }
    let ids = Mutex<[Int64]>([])
    let done = DispatchSemaphore(value: 0)
    for ledger in ledgers {
      Thread.detachNewThread {
        while let claimed = try? ledger.claim(limit: 7), !claimed.isEmpty {
          ids.withLock { $0 += claimed.map(\.id) }
        }
        done.signal()
      }
    }
    for _ in ledgers { done.wait() }
    let all = ids.withLock { $0 }
    #expect(all.count == 200)
    #expect(Set(all).count == 200)
    for ledger in ledgers { try ledger.end() }
  }

  @Test func givenBackRowsAreAsTheyWere() throws {
    let mailing = try desk.planned(3).mailing
    let first = try desk.ledger(mailing)
    let claimed = try first.claim(limit: 2)
    let later = desk.clock.now() + 300
    first.record(desk.outcome(claimed[0], .deferred(until: later)))
    try first.giveBack([claimed[1]])
    try first.end()
    #expect(try desk.state(claimed[0].id) == .deferred)
    #expect(try desk.state(claimed[1].id) == .planned)
    desk.clock.advance(301)
    let second = try desk.ledger(mailing)
    let again = try second.claim(limit: 10)
    #expect(again.count == 3)
    #expect(again.first { $0.id == claimed[0].id }?.tries == 1)
    #expect(again.first { $0.id == claimed[0].id }?.firstTry != nil)
    try second.giveBack(again)
    #expect(try desk.state(claimed[0].id) == .deferred)
    #expect(try desk.state(claimed[1].id) == .planned)
    #expect(try desk.attempts(claimed[1].id).isEmpty)
    // What is on the wire cannot be given back.
    let one = try #require(try second.claim(limit: 1).first)
    _ = try second.putOnTheWire(one, messageID: "m")
    try second.giveBack([one])
    #expect(try desk.state(one.id) == .onTheWire)
    try second.end()
  }

  @Test func deferredRowsWaitUntilTheyAreDue() throws {
    let mailing = try desk.planned(1).mailing
    let ledger = try desk.ledger(mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    ledger.record(desk.outcome(delivery, .deferred(until: desk.clock.now() + 300)))
    try ledger.flush()
    #expect(try ledger.claim(limit: 1).isEmpty)
    desk.clock.advance(299)
    #expect(try ledger.claim(limit: 1).isEmpty)
    desk.clock.advance(1)
    #expect(try ledger.claim(limit: 1).first?.tries == 1)
    try ledger.end()
  }

  @Test func relayTroubleLeavesTheStateAndCounts() throws {
    let ledger = try desk.ledger(try desk.planned(1).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    ledger.record(desk.outcome(delivery, .back(until: desk.clock.now() + 60)))
    try ledger.flush()
    #expect(try desk.state(delivery.id) == .planned)
    #expect(try desk.attempts(delivery.id) == ["relay-trouble"])
    #expect(try ledger.claim(limit: 1).isEmpty)
    desk.clock.advance(60)
    let again = try #require(try ledger.claim(limit: 1).first)
    #expect(again.tries == 0 && again.troubles == 1)
    // A counted outcome ends the row of troubles.
    ledger.record(desk.outcome(again, .deferred(until: desk.clock.now())))
    try ledger.flush()
    #expect(try ledger.claim(limit: 1).first?.troubles == 0)
    try ledger.end()
  }

  @Test(arguments: FailureReason.allCases)
  func aRefusalSuspendsOnlyWhoIsNotThere(reason: FailureReason) throws {
    let ledger = try desk.ledger(try desk.planned(2).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    let failure = Failure(reason: reason, permanence: .permanent, status: nil, toldBy: .code)
    ledger.record(desk.outcome(delivery, .refused, failure: failure))
    try ledger.end()
    let contact = try #require(try desk.contacts.contacts(at: delivery.mailbox).first)
    let against: Set<FailureReason> = [.userUnknown, .domainUnknown, .mailboxDisabled, .moved]
    #expect((contact.suspended != nil) == against.contains(reason))
    #expect(contact.suspendedWhy == (against.contains(reason) ? reason.phrase : nil))
    #expect(try desk.number("SELECT count(*) FROM contact WHERE suspended IS NULL") >= 1)
  }

  @Test func paceCountsAttemptsAndWhatIsHeld() throws {
    let ledger = try desk.ledger(try desk.planned(20).mailing, pace: Pace(perMinute: 5))
    let first = try ledger.claim(limit: 3)
    #expect(first.count == 3)
    #expect(try ledger.claim(limit: 10).count == 2)
    #expect(try ledger.claim(limit: 10).isEmpty)
    for delivery in first {
      _ = try ledger.putOnTheWire(delivery, messageID: "m\(delivery.id)")
      ledger.record(desk.outcome(delivery, .accepted))
    }
    try ledger.flush()
    #expect(try ledger.claim(limit: 10).isEmpty, "three attempts and two held")
    desk.clock.advance(61)
    #expect(try ledger.claim(limit: 10).count == 3, "two are still held")
    try ledger.end()
  }

  @Test func aListNarrows() throws {
    try desk.importList("members", try (1...3).map { try Desk.person("r\($0)@kgpn.example") })
    try desk.importList("board", [try Desk.person("r2@kgpn.example")])
    let mailing = try desk.approve(lists: ["members", "board"]).mailing
    let board = try #require(try desk.contacts.lists().first { $0.name == "board" })
    let ledger = try desk.ledger(mailing, lists: [board.id])
    #expect(try ledger.claim(limit: 10).map(\.recipient.localPart) == ["r2"])
    try ledger.end()
  }

  @Test func anotherMailingsRowsAreLeftAlone() throws {
    let mailing = try desk.planned(2).mailing
    let other = try desk.approve("2019-H2").mailing
    let ledger = try desk.ledger(mailing)
    #expect(try ledger.claim(limit: 10).allSatisfy { $0.mailing == mailing })
    try ledger.end()
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE mailing_id = ?", [other]) == 2)
    let nothing = try desk.ledger(999)
    #expect(try nothing.claim(limit: 10).isEmpty)
    try nothing.end()
  }
}
