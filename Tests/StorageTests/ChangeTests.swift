import Contacts
import Foundation
import Mail
import Testing

@testable import Storage

/// The history, and what is taken back with it.
struct ChangeTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.take("members", [Desk.person("a@kgpn.example", "Suk", language: "ko")], day: -9)
  }

  private func undo(_ set: Int64, why: String = "") throws -> UndoResult {
    try desk.changes.undo(set, note: desk.note("contacts undo", why: why))
  }

  private func set(_ values: [ContactField: String]) throws {
    desk.clock.advance(60)
    _ = try desk.contacts.set(.id(1), values, note: desk.note("contacts set"))
  }

  private func leave() throws {
    _ = try desk.contacts.leave(
      desk.key("a@kgpn.example"), list: nil, evidence: "told us", note: desk.note("contacts leave"))
  }

  @Test func aContactsHistory() throws {
    try set([.language: "en", .member: "KGPN"])
    try leave()
    let sets = try desk.changes.sets(contact: 1)
    #expect(sets.map(\.command) == ["contacts leave", "contacts set", "contacts import"])
    #expect(sets.map(\.id) == [3, 2, 1])
    #expect(
      sets[1].steps == [
        ChangeStep(subject: .field("language"), before: "ko", after: "en"),
        ChangeStep(subject: .field("member"), before: "", after: "KGPN"),
      ])
    #expect(
      sets[0].steps == [ChangeStep(subject: .list("members"), before: "confirmed", after: "left")])
    #expect(
      sets[2].steps == [
        ChangeStep(subject: .contact, before: nil, after: "a@kgpn.example"),
        ChangeStep(subject: .list("members"), before: nil, after: "confirmed"),
      ])
    #expect(try desk.changes.sets(contact: 99).isEmpty)
    #expect(try desk.changes.sets(limit: 1).map(\.id) == [3])
  }

  @Test func aLaterChangeStays() throws {
    try set([.language: "en"])
    try set([.language: "de"])
    let result = try undo(2)
    #expect(result.set == nil && result.restored == 0 && result.changedLater > 0)
    #expect(try desk.changes.sets().count == 3, "nothing was done, nothing is told")
    #expect(try undo(3).restored == 2)
    #expect(try undo(2).restored == 2)
    #expect(try desk.texts("SELECT language FROM contact") == ["ko"])
  }

  @Test func undoingTwiceIsRefused() throws {
    try set([.language: "en"])
    let undone = try #require(try undo(2).set)
    #expect(throws: ContactProblem.alreadyUndone(2, by: undone)) { try undo(2) }
    #expect(throws: ContactProblem.unknownChange(99)) { try undo(99) }
    #expect(try desk.changes.sets().first { $0.id == 2 }?.undoneBy == undone)
    // Undoing the undoing puts it in force, and it can be undone again.
    _ = try undo(undone)
    #expect(try desk.texts("SELECT language FROM contact") == ["en"])
    #expect(try undo(2).restored == 2)
  }

  @Test func leavingIsUndoneForAReasonOnly() throws {
    try leave()
    for why in ["", "  "] {
      #expect(throws: ContactProblem.needsReason) { try undo(2, why: why) }
    }
    #expect(try desk.lists("a@kgpn.example") == ["members:left"])
    _ = try undo(2, why: "it was the other Suk")
    #expect(try desk.lists("a@kgpn.example") == ["members:confirmed"])
    #expect(try desk.changes.sets(limit: 1).first?.why == "it was the other Suk")
  }

  @Test func anImportThatAddedPeople() throws {
    try desk.take(
      "council", ["a", "b", "c"].map { try Desk.person("\($0)@kgpn.example", "Suk") }, day: -3)
    try desk.take("members", [Desk.person("b@kgpn.example", "Suk")], day: -3)
    let result = try undo(2)
    #expect(result.stillUsed == 1, "another list knows them")
    #expect(
      try desk.texts("SELECT mailbox FROM contact ORDER BY id")
        == ["a@kgpn.example", "b@kgpn.example"])
    #expect(try desk.lists("b@kgpn.example") == ["members:confirmed"])
    #expect(try desk.lists("a@kgpn.example") == ["members:confirmed"])
    // A number is never given to somebody else.
    try desk.take("council", [Desk.person("d@kgpn.example")])
    #expect(try desk.id("d@kgpn.example") == 4)
  }

  /// A place on a list by rule follows from the contact, and keeps nobody.
  @Test func listsByRuleKeepNobody() throws {
    try desk.execute(
      "INSERT INTO list (name, source, imported, rule) VALUES ('heads', '', 0, 'role: council')")
    try desk.execute("INSERT INTO subscription VALUES (2, 1, 'confirmed', 'rule', '', 0)")
    #expect(try undo(1).stillUsed == 0)
    #expect(try desk.state().isEmpty)
  }

  @Test func whoHasALetterStays() throws {
    try desk.approve()
    let result = try undo(1)
    #expect(result.stillUsed == 1)
    #expect(try desk.lists("a@kgpn.example").isEmpty)
  }

  /// What a report does is in the history like what people do.
  @Test func reportsAreInTheHistory() throws {
    let key = try desk.key("a@kgpn.example")
    func report(_ fingerprint: String, _ effect: BounceEffect) throws {
      let entry = BounceEntry(
        at: desk.clock.now(), source: "mail", fingerprint: fingerprint, kind: "bounce",
        recipient: "a@kgpn.example", reason: "unknown", diagnosis: "", toldBy: "dsn",
        proof: "proof")
      #expect(try desk.bounces.keep([(entry, effect)], at: desk.clock.now()) == 1)
    }
    try report("1", BounceEffect(suspend: "mailbox unknown", mailbox: key))
    try report("2", BounceEffect(suppress: "complained", mailbox: key))
    let sets = try desk.changes.sets(contact: 1)
    #expect(sets.prefix(2).map(\.command) == ["inbox read", "inbox read"])
    #expect(sets[0].steps == [ChangeStep(subject: .suppression, before: nil, after: "complained")])
    #expect(
      sets[1].steps
        == [ChangeStep(subject: .field("suspended"), before: "", after: "mailbox unknown")])
    #expect(throws: ContactProblem.needsReason) { try undo(3) }
    _ = try undo(3, why: "a mistake of the provider's")
    _ = try undo(2)
    #expect(try desk.number("SELECT count(*) FROM suppression") == 0)
    #expect(try desk.number("SELECT count(*) FROM contact WHERE suspended IS NOT NULL") == 0)
  }

  /// A complaint about a letter to an earlier address is the person's.
  @Test func suppressionFollowsThePerson() throws {
    try set([.address: "x@kgpn.example"])
    try desk.contacts.suppress(
      desk.key("a@kgpn.example"), reason: "complained", evidence: "", at: desk.clock.now())
    let approval = try desk.approve()
    #expect(approval.suppressed == 1 && approval.planned == 0)
  }
}
