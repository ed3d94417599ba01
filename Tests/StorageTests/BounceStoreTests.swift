import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

struct BounceStoreTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func entry(
    _ fingerprint: String, _ recipient: String, delivery: Int64? = nil
  ) -> BounceEntry {
    BounceEntry(
      at: desk.clock.now(), source: "mail", fingerprint: fingerprint, kind: "bounce",
      recipient: recipient, delivery: delivery, mailing: "2019-H1", status: "5.1.1",
      permanence: "permanent", reason: "user-unknown", diagnosis: "no such user", toldBy: "text",
      proof: "proof")
  }

  /// Sends one letter and gives its row, in the state that the outcome says.
  private func sent(_ step: Outcome.Step) throws -> ClaimedDelivery {
    let ledger = try desk.ledger(try desk.planned(2).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m")
    ledger.record(desk.outcome(delivery, step))
    try ledger.end()
    return delivery
  }

  private func keep(_ entry: BounceEntry, _ effect: BounceEffect) throws -> Int {
    try desk.bounces.keep([(entry, effect)], at: desk.clock.now())
  }

  @Test func aReportReadTwiceCountsOnce() throws {
    let effect = BounceEffect()
    #expect(try keep(entry("f", "a@b.example"), effect) == 1)
    #expect(try keep(entry("f", "a@b.example"), effect) == 0)
    #expect(try keep(entry("f", "c@b.example"), effect) == 1, "another recipient")
    #expect(try keep(entry("g", "a@b.example"), effect) == 1, "another report")
    let twice = [(entry("h", "a@b.example"), effect), (entry("h", "a@b.example"), effect)]
    #expect(try desk.bounces.keep(twice, at: desk.clock.now()) == 1)
    #expect(try desk.number("SELECT count(*) FROM bounce") == 4)
  }

  @Test func aRepeatedReportHasNoSecondEffect() throws {
    let delivery = try sent(.accepted)
    let effect = BounceEffect(suspend: "no such mailbox", mailbox: delivery.mailbox)
    #expect(try keep(entry("f", "a@b.example"), effect) == 1)
    try desk.execute("UPDATE contact SET suspended = NULL, suspended_why = NULL")
    #expect(try keep(entry("f", "a@b.example"), effect) == 0)
    #expect(try desk.contacts.contacts(at: delivery.mailbox).first?.suspended == nil)
  }

  @Test func aReportSettlesADoubt() throws {
    let delivery = try sent(.inDoubt)
    #expect(try desk.state(delivery.id) == .inDoubt)
    let effect = BounceEffect(mark: "bounced", settlesDoubt: true)
    #expect(try keep(entry("f", "a@b.example", delivery: delivery.id), effect) == 1)
    #expect(try desk.state(delivery.id) == .accepted)
    #expect(try desk.attempts(delivery.id) == ["in-doubt", "accepted"])
    #expect(try desk.reply(delivery.id).contains("a report tells"))
    #expect(try desk.texts("SELECT report FROM delivery WHERE report <> ''") == ["bounced"])
    // Another report of it settles nothing more.
    _ = try keep(entry("g", "a@b.example", delivery: delivery.id), effect)
    #expect(try desk.attempts(delivery.id).count == 2)
  }

  @Test(arguments: [Outcome.Step.refused, .accepted])
  func onlyDoubtIsSettled(step: Outcome.Step) throws {
    let delivery = try sent(step)
    let before = try desk.state(delivery.id)
    _ = try keep(
      entry("f", "a@b.example", delivery: delivery.id), BounceEffect(settlesDoubt: true))
    #expect(try desk.state(delivery.id) == before)
    #expect(try desk.attempts(delivery.id).count == 1)
  }

  @Test func aBounceIsNotOverwrittenByADelay() throws {
    let delivery = try sent(.accepted)
    let marks = ["delayed", "bounced", "delayed", "auto-reply"]
    for (number, mark) in marks.enumerated() {
      _ = try keep(
        entry("f\(number)", "a@b.example", delivery: delivery.id), BounceEffect(mark: mark))
    }
    #expect(
      try desk.texts("SELECT report FROM delivery WHERE id = ?", [delivery.id]) == ["bounced"])
  }

  @Test func aComplaintSuppressesForGood() throws {
    let delivery = try sent(.accepted)
    let effect = BounceEffect(
      mark: "complained", suppress: "complaint", mailbox: delivery.mailbox)
    #expect(try keep(entry("f", "a@b.example", delivery: delivery.id), effect) == 1)
    #expect(try desk.number("SELECT count(*) FROM suppression") == 1)
    let result = try desk.approve("2019-H2")
    #expect(result.suppressed == 1 && result.planned == 1)
  }

  @Test func theLogTellsRefusalsAndReportsInOrder() throws {
    let failure = Failure(
      reason: .mailboxFull, permanence: .permanent,
      status: EnhancedStatus(parsing: "5.2.2"), toldBy: .enhancedStatus)
    let ledger = try desk.ledger(try desk.planned(2).mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    ledger.record(desk.outcome(delivery, .refused, failure: failure))
    try ledger.end()
    desk.clock.advance(60)
    _ = try keep(entry("f", "reader2@gpn.example"), BounceEffect())
    var log: [BounceEntry] = []
    try desk.bounces.each { log.append($0) }
    #expect(log.map(\.source) == ["smtp", "mail"])
    #expect(log.first?.status == "5.2.2")
    #expect(log.first?.reason == "mailbox-full")
    #expect(log.first?.recipient == "reader1@gpn.example")
    var others: [BounceEntry] = []
    try desk.bounces.each(mailing: "2018-H1") { others.append($0) }
    #expect(others.isEmpty)
    var same: [BounceEntry] = []
    try desk.bounces.each(mailing: "2019-H1") { same.append($0) }
    #expect(same.count == 2)
  }

  @Test func anEmptyInboxIsNotedToo() throws {
    let now = desk.clock.now()
    try desk.bounces.noteReading(source: "mail", messages: 0, at: now)
    #expect(try desk.bounces.readings() == [now])
  }

  @Test func deliveriesAreFoundForCorrelation() throws {
    let delivery = try sent(.accepted)
    let store = DeliveryStore(database: desk.database)
    #expect(try store.sent(id: delivery.id)?.mailing == "2019-H1")
    #expect(try store.sent(id: 1) == nil)
    #expect(try store.sent(messageID: "m")?.mailbox == delivery.mailbox)
    #expect(try store.sent(messageID: "") == nil)
    #expect(try store.newest(to: delivery.mailbox)?.id == delivery.id)
    #expect(try store.newest(to: desk.key("reader2@gpn.example")) == nil, "planned is not sent")
    var states: [DeliveryState] = []
    try store.each(ofMailing: delivery.mailing) { states.append($0.state) }
    #expect(states == [.accepted, .planned])
  }
}
