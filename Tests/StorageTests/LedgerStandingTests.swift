import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

/// Who leaves, is suspended or suppressed between the approval and the body gets no letter.
struct LedgerStandingTests {
  enum Change: String, CaseIterable {
    case leave
    case leaveTheList = "leave the list"
    case suppress
    case suspendByReport = "suspend by report"
    case complain
  }

  let desk: Desk
  let address = "reader1@gpn.example"

  init() throws {
    desk = try Desk()
  }

  private func make(_ change: Change) throws {
    let key = try desk.key(address)
    let now = desk.clock.now()
    switch change {
    case .leave: _ = try desk.contacts.leave(key, list: nil, evidence: "x", at: now)
    case .leaveTheList:
      _ = try desk.contacts.leave(key, list: "members", evidence: "x", at: now)
    case .suppress: try desk.contacts.suppress(key, reason: "asked", evidence: "x", at: now)
    case .suspendByReport:
      try report(BounceEffect(mark: "bounced", suspend: "no such mailbox", mailbox: key))
    case .complain:
      try report(BounceEffect(mark: "complained", suppress: "complaint", mailbox: key))
    }
  }

  private func report(_ effect: BounceEffect) throws {
    let entry = BounceEntry(
      at: desk.clock.now(), source: "mail", fingerprint: "f", kind: "bounce", recipient: address,
      reason: "user-unknown", diagnosis: "x", toldBy: "text", proof: "proof")
    _ = try desk.bounces.keep([(entry, effect)], at: desk.clock.now())
  }

  @Test(arguments: Change.allCases)
  func beforeTheClaim(change: Change) throws {
    let ledger = try desk.ledger(try desk.planned(3).mailing)
    try make(change)
    let claimed = try ledger.claim(limit: 10)
    #expect(claimed.count == 2)
    #expect(!claimed.contains { $0.recipient.description == address })
    #expect(try desk.count(.cancelled) == 1)
    let reply = try desk.texts("SELECT reply FROM delivery WHERE state = 7")
    #expect(reply.first?.isEmpty == false)
    try ledger.end()
  }

  /// The row is claimed already: it is taken back before a byte of the body leaves.
  @Test(arguments: Change.allCases, [false, true])
  func afterTheClaim(change: Change, isOnAnotherList: Bool) throws {
    let mailing = try desk.planned(3).mailing
    if isOnAnotherList { try desk.importList("board", [try Desk.person(address)]) }
    let ledger = try desk.ledger(mailing)
    let claimed = try ledger.claim(limit: 10)
    try make(change)
    for delivery in claimed {
      let isGone = delivery.recipient.description == address
      #expect(try ledger.putOnTheWire(delivery, messageID: "m\(delivery.id)") == !isGone)
      if isGone {
        #expect(try desk.state(delivery.id) == .cancelled)
        ledger.record(desk.outcome(delivery, .takenBack))
      }
    }
    try ledger.end()
    #expect(try desk.count(.cancelled) == 1)
    #expect(try desk.attempts(claimed[0].id).isEmpty || !isGoneFirst(claimed))
  }

  private func isGoneFirst(_ claimed: [ClaimedDelivery]) -> Bool {
    claimed.first?.recipient.description == address
  }

  /// What is on the wire stays: it may have been sent.
  @Test(arguments: Change.allCases)
  func onTheWire(change: Change) throws {
    let ledger = try desk.ledger(try desk.planned(1).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m")
    try make(change)
    #expect(try desk.state(delivery.id) == .onTheWire)
    ledger.record(desk.outcome(delivery, .accepted))
    try ledger.end()
    #expect(try desk.state(delivery.id) == .accepted)
  }

  @Test func whoLeavesAListOfTwoStillGetsTheOthersMail() throws {
    try desk.importList("members", [try Desk.person(address)])
    try desk.importList("board", [try Desk.person(address)])
    let mailing = try desk.approve(lists: ["members", "board"]).mailing
    try make(.leaveTheList)
    let ledger = try desk.ledger(mailing)
    #expect(try ledger.claim(limit: 10).count == 1)
    try ledger.end()
  }

  @Test func reasonsAreToldApart() throws {
    let ledger = try desk.ledger(try desk.planned(3).mailing)
    try desk.execute("UPDATE contact SET suspended = 1 WHERE address LIKE 'reader1@%'")
    try desk.execute("UPDATE subscription SET state = 'left' WHERE contact_id = 2")
    try desk.contacts.suppress(
      desk.key("reader3@gpn.example"), reason: "x", evidence: "x", at: desk.clock.now())
    #expect(try ledger.claim(limit: 10).isEmpty)
    let replies = try desk.texts("SELECT reply FROM delivery ORDER BY id")
    #expect(replies[0].hasPrefix("suspended"))
    #expect(replies[1].hasPrefix("has left"))
    #expect(replies[2].hasPrefix("suppressed"))
    try ledger.end()
  }
}
