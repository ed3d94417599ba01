import Dispatcher
import Foundation
import GRDB
import Mail
import Testing

@testable import Storage

/// Rows that go on the wire a batch at a time.
struct LedgerBatchTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  @Test func aBatchIsOnTheWireWithItsMessageIDs() throws {
    let ledger = try desk.ledger(try desk.planned(10).mailing)
    let batch = try ledger.takeOnTheWire(limit: 4) { "m-\($0.mailbox)" }
    #expect(batch.count == 4)
    for delivery in batch {
      #expect(try desk.state(delivery.id) == .onTheWire)
      let sent = try DeliveryStore(database: desk.database)
        .sent(messageID: "m-\(delivery.mailbox)")
      #expect(sent?.id == delivery.id)
    }
    #expect(try desk.count(.planned) == 6)
    let others = try ledger.takeOnTheWire(limit: 100) { _ in "m" }
    #expect(others.count == 6)
    #expect(Set(others.map(\.id)).isDisjoint(with: batch.map(\.id)))
    #expect(try ledger.takeOnTheWire(limit: 100) { _ in "m" }.isEmpty)
    ledger.record((batch + others).map { desk.outcome($0, .accepted) })
    try ledger.flush()
    #expect(try desk.count(.accepted) == 10)
    #expect(try desk.number("SELECT count(*) FROM attempt WHERE outcome = 'accepted'") == 10)
    try ledger.end()
  }

  @Test func whoLeftBeforeTheBatchIsNotInIt() throws {
    let ledger = try desk.ledger(try desk.planned(6).mailing)
    _ = try desk.contacts.leave(
      desk.key("reader2@gpn.example"), list: nil, evidence: "x", at: desk.clock.now())
    try desk.execute("UPDATE delivery SET state = 7 WHERE mailbox = 'reader4@gpn.example'")
    let batch = try ledger.takeOnTheWire(limit: 100) { _ in "m" }
    #expect(
      batch.map(\.recipient.wire).sorted() == [1, 3, 5, 6].map { "reader\($0)@gpn.example" })
    #expect(try desk.count(.cancelled) == 2)
    try ledger.end()
  }

  /// Who leaves while a letter is on the wire still gets this one; what is told of it stays true.
  @Test func whatIsTakenOffTheWireIsAsItWas() throws {
    let mailing = try desk.planned(3).mailing
    let first = try desk.ledger(mailing)
    let batch = try first.takeOnTheWire(limit: 3) { _ in "m" }
    first.record([desk.outcome(batch[0], .deferred(until: desk.clock.now() + 60))])
    try first.takeOffTheWire([batch[1]])
    #expect(try desk.state(batch[0].id) == .deferred)
    #expect(try desk.state(batch[1].id) == .planned)
    #expect(try desk.state(batch[2].id) == .onTheWire)
    #expect(try desk.attempts(batch[1].id).isEmpty)
    desk.clock.advance(60)
    let again = try first.takeOnTheWire(limit: 3) { _ in "m" }
    #expect(Set(again.map(\.id)) == [batch[0].id, batch[1].id])
    try first.takeOffTheWire(again)
    #expect(try desk.state(batch[0].id) == .deferred, "its tries are kept")
    // Rows that another run holds are not touched.
    try first.end()
    let second = try desk.ledger(mailing)
    let its = try second.takeOnTheWire(limit: 1) { _ in "n" }
    try first.database.pool.write { db in
      try LedgerRecovery.takeOffTheWire(db, its[0].id, run: first.run)
    }
    #expect(try desk.state(its[0].id) == .onTheWire)
    try second.end()
  }

  @Test func aBatchOfADeadRunIsInDoubtToTheRow() throws {
    let mailing = try desk.planned(20).mailing
    let dead = try desk.ledger(mailing)
    let batch = try dead.takeOnTheWire(limit: 8) { _ in "m" }
    dead.record(batch.prefix(3).map { desk.outcome($0, .accepted) })
    try dead.flush()
    let next = try desk.ledger(mailing)
    #expect(next.recovered == 5)
    #expect(try desk.count(.inDoubt) == 5)
    #expect(try desk.count(.accepted) == 3)
    let rest = try next.takeOnTheWire(limit: 100) { _ in "m" }
    #expect(rest.count == 12)
    #expect(Set(rest.map(\.id)).isDisjoint(with: batch.map(\.id)), "nobody twice")
    try next.end()
  }
}
