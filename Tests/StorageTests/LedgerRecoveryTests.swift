import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

/// What a dead run left behind.
struct LedgerRecoveryTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  @Test func claimedGoBackAndOnTheWireAreInDoubt() throws {
    let mailing = try desk.planned(6).mailing
    let dead = try desk.ledger(mailing)
    let claimed = try dead.claim(limit: 4)
    let later = desk.clock.now() + 300
    dead.record(desk.outcome(claimed[0], .deferred(until: later)))
    _ = try dead.putOnTheWire(claimed[1], messageID: "m1")
    _ = try dead.putOnTheWire(claimed[2], messageID: "m2")
    dead.record(desk.outcome(claimed[2], .accepted))
    try dead.flush()
    // It claims the deferred row once more, and dies.
    desk.clock.advance(301)
    #expect(try dead.claim(limit: 1).count == 1)
    try desk.execute("UPDATE delivery SET state = 1, run_id = 1 WHERE id = ?", [claimed[0].id])

    let next = try desk.ledger(mailing)
    #expect(next.recovered == 1)
    #expect(try desk.state(claimed[0].id) == .deferred, "with its tries")
    #expect(try desk.number("SELECT tries FROM delivery WHERE id = ?", [claimed[0].id]) == 1)
    #expect(
      try desk.number("SELECT due FROM delivery WHERE id = ?", [claimed[0].id])
        == Timestamp.from(later))
    #expect(try desk.state(claimed[1].id) == .inDoubt)
    #expect(try desk.attempts(claimed[1].id) == ["in-doubt"])
    #expect(
      try desk.number("SELECT run_id FROM attempt WHERE delivery_id = ?", [claimed[1].id]) == 1)
    #expect(try desk.state(claimed[2].id) == .accepted)
    #expect(try desk.state(claimed[3].id) == .planned)
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE run_id IS NOT NULL") == 0)
    // In doubt is never taken again by itself.
    let taken = try next.claim(limit: 100).map(\.id)
    #expect(taken.count == 4)
    #expect(!taken.contains(claimed[1].id) && !taken.contains(claimed[2].id))
    try next.end()
    try dead.end()
  }

  @Test func theDeadRunsLateWordsChangeNothing() throws {
    let mailing = try desk.planned(2).mailing
    let dead = try desk.ledger(mailing)
    let claimed = try dead.claim(limit: 2)
    _ = try dead.putOnTheWire(claimed[0], messageID: "m")
    let next = try desk.ledger(mailing)
    #expect(try !dead.putOnTheWire(claimed[1], messageID: "m"), "no longer its own")
    dead.record(desk.outcome(claimed[0], .refused))
    try dead.flush()
    #expect(try desk.state(claimed[0].id) == .inDoubt)
    let again = try #require(try next.claim(limit: 1).first)
    #expect(again.id == claimed[1].id)
    #expect(try !dead.putOnTheWire(claimed[1], messageID: "m"), "claimed, but by another run")
    try dead.giveBack([claimed[1]])
    #expect(try desk.state(claimed[1].id) == .claimed, "the living run's")
    try dead.end()
    #expect(try desk.state(claimed[1].id) == .claimed, "its end takes nothing from another run")
    #expect(try next.putOnTheWire(again, messageID: "m2"))
    try next.end()
  }

  @Test func theEndOfARunLeavesNothingHeld() throws {
    let ledger = try desk.ledger(try desk.planned(5).mailing)
    let claimed = try ledger.claim(limit: 3)
    _ = try ledger.putOnTheWire(claimed[0], messageID: "m")
    try ledger.end()
    #expect(try desk.count(.inDoubt) == 1)
    #expect(try desk.count(.planned) == 4)
    #expect(try desk.number("SELECT count(*) FROM delivery WHERE run_id IS NOT NULL") == 0)
    // Nothing is left for the next to recover.
    let next = try desk.ledger(1)
    #expect(next.recovered == 0)
    try next.end()
  }
}
