import Dispatcher
import Foundation
import Mail
import TestSupport
import Testing

@testable import Storage

struct ApprovalTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  @Test func plansOneRowForEachMailbox() throws {
    try desk.importList(
      "members",
      [
        try Desk.person("a@kgpn.example", "A", language: "ja"),
        try Desk.person("b@kgpn.example", "B", language: "xx"), try Desk.person("c@kgpn.example"),
      ])
    try desk.importList("board", [try Desk.person("a@kgpn.example", "A")])
    let result = try desk.approve(lists: ["members", "board"])
    #expect(result.planned == 3 && result.rows == 3)
    #expect(result.revision == 1)
    #expect(result.byLanguage == ["ja": 1, "en": 2])
    let summary = try #require(try desk.mailings.mailing(named: "2019-H1"))
    #expect(summary[.planned] == 3 && summary.total == 3)
    #expect(summary.lists == ["board", "members"])
    #expect(summary.approvedBy == "Suk")
    #expect(try desk.number("SELECT readers FROM revision") == 3)
    #expect(try desk.mailings.mailing(named: "2018-H1") == nil)
  }

  @Test func approvingAgainAddsOnlyNewReaders() throws {
    let first = try desk.planned(5)
    let ledger = try desk.ledger(first.mailing)
    let delivery = try #require(try ledger.claim(limit: 1).first)
    _ = try ledger.putOnTheWire(delivery, messageID: "m")
    ledger.record(desk.outcome(delivery, .accepted))
    try ledger.end()
    try desk.importList("members", [try Desk.person("new@kgpn.example")])
    let second = try desk.approve(hash: [2])
    #expect(second.mailing == first.mailing)
    #expect(second.revision == 2)
    #expect(second.planned == 1)
    #expect(second.rows == 6)
    #expect(second.sharedMailboxes == 0)
    #expect(try desk.state(delivery.id) == .accepted)
    #expect(try desk.mailings.contents(ofMailing: first.mailing).hash == [2])
    // The accepted row keeps the revision that its reader got.
    #expect(
      try desk.number(
        """
        SELECT r.number FROM delivery d JOIN revision r ON r.id = d.revision_id WHERE d.id = ?
        """, [delivery.id]) == 1)
    #expect(try desk.approve().revision == 3)
  }

  @Test func leavesOutWhoMustNotBeMailed() throws {
    let people = try ["a", "b", "c", "d", "e"].map { try Desk.person("\($0)@kgpn.example") }
    try desk.importList("members", people)
    let now = desk.clock.now()
    _ = try desk.contacts.leave(desk.key("a@kgpn.example"), list: nil, evidence: "x", at: now)
    try desk.contacts.suppress(desk.key("b@kgpn.example"), reason: "x", evidence: "x", at: now)
    try desk.execute("UPDATE contact SET suspended = 1 WHERE address = 'c@kgpn.example'")
    try desk.execute("UPDATE subscription SET state = 'pending' WHERE contact_id = 4")
    let result = try desk.approve()
    #expect(result.planned == 1)
    #expect(result.suppressed == 1)
    #expect(result.suspended == 1)
    #expect(try desk.texts("SELECT address FROM delivery") == ["e@kgpn.example"])
  }

  @Test func idsCarryTheEpoch() throws {
    let mailing = try desk.planned(3).mailing
    let epoch = try Epoch.load(desk.database)
    #expect((1...0x7FFE).contains(epoch))
    #expect(try Epoch.load(desk.database) == epoch)
    let ids = try desk.texts("SELECT CAST(id AS TEXT) FROM delivery ORDER BY id").compactMap(
      Int64.init)
    #expect(ids == [1, 2, 3].map { epoch << 48 + $0 })
    // Another mailing goes on counting.
    let other = try desk.approve("2019-H2")
    #expect(other.mailing != mailing)
    #expect(try desk.number("SELECT max(id) FROM delivery") == epoch << 48 + 6)
    // A new epoch begins anew.
    let next: Int64 = epoch == 1 ? 2 : epoch - 1
    try Meta(database: desk.database).set(
      "epoch", Data([UInt8(next >> 8), UInt8(next & 0xFF)]))
    try desk.importList("members", [try Desk.person("new@kgpn.example")])
    _ = try desk.approve()
    #expect(try desk.number("SELECT id FROM delivery WHERE address LIKE 'new@%'") == next << 48 + 1)
  }

  @Test func theLettersSurvive() throws {
    let mailing = try desk.planned(1).mailing
    let contents = try desk.mailings.contents(ofMailing: mailing)
    #expect(contents.hash == [1] && contents.number == 1)
    let letters = contents.letters
    #expect(letters.map(\.language) == ["en", "ja"])
    #expect(letters.map(\.subject) == ["News (en)", "News (ja)"])
    #expect(letters.allSatisfy { $0.message == Desk.message })
    #expect(try desk.mailings.contents(ofMailing: 99).letters.isEmpty)
  }

  @Test func aTrialTouchesNothingReal() throws {
    try desk.importList("members", try (1...4).map { try Desk.person("r\($0)@kgpn.example") })
    try desk.contacts.suppress(
      desk.key("r1@kgpn.example"), reason: "x", evidence: "x", at: desk.clock.now())
    let trial = try SolsticeDatabase.create(path: desk.folder.path(of: "trial.db"))
    let approval = Approval(
      mailing: "2019-H1", kind: "edition", contents: [], contentHash: [1], by: "trial",
      at: desk.clock.now(), note: "", lists: try desk.contacts.lists())
    let result = try desk.mailings.planTrial(approval, in: trial) { _ in "en" }
    #expect(result.planned == 3)
    #expect(try desk.number("SELECT count(*) FROM delivery") == 0)
    #expect(try desk.mailings.all().isEmpty)
    let ledger = try SQLiteLedger(
      database: trial, selection: LedgerSelection(mailing: result.mailing, isTrial: true),
      relay: "null:", clock: desk.clock)
    #expect(try ledger.claim(limit: 10).count == 3)
    try ledger.end()
  }

  @Test func whatWasAcceptedIsKeptWithTheRevision() throws {
    try desk.importList("members", [try Desk.person("r1@kgpn.example")])
    let accepted = ["en", "ja"].map {
      Approval.Allowance(
        code: "contrast", level: "error", language: $0, place: "HTML", reason: "1.2 : 1")
    }
    for allowances in [accepted, []] {
      var approval = Approval(
        mailing: "2019-H1", kind: "edition", contents: [], contentHash: [1], by: "Suk",
        at: desk.clock.now(), note: "", lists: try desk.contacts.lists())
      approval.allowances = allowances
      let mailing = try desk.mailings.approve(approval) { _ in "en" }.mailing
      #expect(try desk.mailings.allowances(ofMailing: mailing) == allowances)
    }
    #expect(try desk.number("SELECT count(*) FROM allowance") == 2)
  }
}
