import Contacts
import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

/// Adding, setting, leaving and merging of single contacts.
struct PersonTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.take(
      "members",
      [
        Desk.person("a@kgpn.example", "Suk", language: "ko"),
        Desk.person("b@kgpn.example", "Min"),
      ], day: -9)
    desk.clock.advance(60)
  }

  private func add(
    _ address: String, _ name: String = "", basis: String = "membership", evidence: String = "",
    lift: Bool = false, lists: [String] = ["members"]
  ) throws -> Addition {
    try desk.contacts.add(
      Desk.person(address, name), lists: lists, basis: basis, evidence: evidence,
      liftSuppression: lift, note: desk.note("contacts add"))
  }

  private func leave(_ address: String, list: String? = nil) throws -> Departure {
    try desk.contacts.leave(
      desk.key(address), list: list, evidence: "told us", note: desk.note("contacts leave"))
  }

  private func set(_ address: String, _ values: [ContactField: String]) throws -> [FieldChange] {
    try desk.contacts.set(
      .mailbox(desk.key(address)), values, note: desk.note("contacts set"))
  }

  @Test func addingOnePerson() throws {
    let added = try add("c@kgpn.example", "Hana")
    #expect(added.isNew && added.lists == ["members"])
    #expect(try desk.lists("c@kgpn.example") == ["members:confirmed"])
    let again = try add("C@kgpn.example", "Hana")
    #expect(!again.isNew && again.id == added.id && again.lists.isEmpty)
    #expect(throws: ContactProblem.unknownList("nobody")) {
      try add("d@kgpn.example", lists: ["nobody"])
    }
    #expect(try desk.id("d@kgpn.example") == -1, "nothing is half done")
  }

  @Test func whoLeftComesBackOnConsentOnly() throws {
    let since = desk.clock.now()
    #expect(try leave("a@kgpn.example").lists == ["members"])
    #expect(throws: ContactProblem.hasLeft(list: "members", since: since)) {
      try add("a@kgpn.example", "Suk")
    }
    #expect(throws: ContactProblem.needsEvidence) {
      try add("a@kgpn.example", "Suk", basis: "consent", evidence: " ")
    }
    let back = try add("a@kgpn.example", "Suk", basis: "consent", evidence: "mail of 24 June")
    #expect(back.lists == ["members"])
    #expect(try desk.texts("SELECT basis FROM subscription WHERE contact_id = 1") == ["consent"])
  }

  @Test func theSuppressedNeedAnExplicitWord() throws {
    let since = desk.clock.now()
    try desk.contacts.suppress(
      desk.key("a@kgpn.example"), reason: "complained", evidence: "", note: desk.note("test"))
    for lift in [false, true] {
      #expect(throws: ContactProblem.suppressed(reason: "complained", since: since)) {
        try add("a@kgpn.example", "Suk", lift: lift)
      }
    }
    let back = try add(
      "a@kgpn.example", "Suk", basis: "consent", evidence: "a letter", lift: true)
    #expect(back.liftedSuppression)
    #expect(try desk.number("SELECT count(*) FROM suppression") == 0)
    _ = try desk.changes.undo(desk.newestSet(), note: desk.note("contacts undo"))
    #expect(try desk.number("SELECT count(*) FROM suppression") == 1)
  }

  @Test func aNewAddressKeepsThePerson() throws {
    try desk.approve()
    let id = try desk.id("a@kgpn.example")
    let changes = try set("a@kgpn.example", [.address: "suk@tgpn.example"])
    #expect(
      changes == [FieldChange(field: .address, from: "a@kgpn.example", to: "suk@tgpn.example")])
    #expect(try desk.id("suk@tgpn.example") == id)
    #expect(try desk.lists("suk@tgpn.example") == ["members:confirmed"])
    #expect(try desk.contacts.contacts(at: desk.key("a@kgpn.example")).isEmpty)
    // The letter that was planned goes to the new address.
    #expect(
      try desk.texts("SELECT mailbox FROM delivery WHERE state = 0 ORDER BY mailbox")
        == ["b@kgpn.example", "suk@tgpn.example"])
    let plan = try desk.take(
      "members", [Desk.person("a@kgpn.example", "Suk"), Desk.person("b@kgpn.example", "Min")])
    #expect(
      plan.leftAlone.items.map(\.detail) == [.leftAlone(.merged(into: "suk@tgpn.example"))])
    #expect(plan.missing.count == 0 && !plan.changesAnything)
    _ = try desk.changes.undo(desk.newestSet(), note: desk.note("contacts undo"))
    #expect(try desk.id("a@kgpn.example") == id)
    #expect(
      try desk.texts("SELECT mailbox FROM delivery WHERE state = 0 ORDER BY mailbox")
        == ["a@kgpn.example", "b@kgpn.example"])
  }

  @Test func anAddressCanBeTakenBack() throws {
    _ = try set("a@kgpn.example", [.address: "x@kgpn.example"])
    _ = try set("x@kgpn.example", [.address: "a@kgpn.example"])
    #expect(try desk.id("a@kgpn.example") == 1)
    #expect(throws: ContactProblem.merged("x@kgpn.example", into: "a@kgpn.example")) {
      try set("x@kgpn.example", [.language: "en"])
    }
  }

  @Test func whatCannotBeSet() throws {
    #expect(throws: ContactProblem.addressTaken("b@kgpn.example", name: "Min")) {
      try set("a@kgpn.example", [.address: "b@kgpn.example", .name: "Min"])
    }
    #expect(throws: ContactProblem.unreadableAddress("nobody")) {
      try set("a@kgpn.example", [.address: "nobody"])
    }
    #expect(throws: ContactProblem.unknownAddress("z@kgpn.example")) {
      try set("z@kgpn.example", [.name: "Z"])
    }
    try desk.take("council", [Desk.person("a@kgpn.example", "Hana")])
    #expect(throws: ContactProblem.severalContacts("a@kgpn.example", names: ["Suk", "Hana"])) {
      try set("a@kgpn.example", [.language: "en"])
    }
  }

  @Test func leavingByAnEarlierAddress() throws {
    _ = try set("a@kgpn.example", [.address: "x@kgpn.example"])
    #expect(try leave("a@kgpn.example").lists == ["members"])
    #expect(try desk.lists("x@kgpn.example") == ["members:left"])
    #expect(throws: ContactProblem.unknownAddress("z@kgpn.example")) {
      try leave("z@kgpn.example")
    }
    #expect(throws: ContactProblem.unknownList("x")) { try leave("a@kgpn.example", list: "x") }
  }

  @Test func leavingAListByRuleIsKept() throws {
    try desk.execute(
      "INSERT INTO list (name, source, imported, rule) VALUES ('heads', '', 0, 'role: council')")
    #expect(try leave("a@kgpn.example", list: "heads").lists == ["heads"])
    #expect(try desk.lists("a@kgpn.example") == ["heads:left", "members:confirmed"])
  }

  @Test func aBounceEndsWithTheAddress() throws {
    try desk.execute("UPDATE contact SET suspended = 5, suspended_why = 'unknown' WHERE id = 1")
    _ = try set("a@kgpn.example", [.address: "x@kgpn.example"])
    #expect(
      try desk.contacts.contacts(at: desk.key("x@kgpn.example")).map(\.suspended) == [nil])
  }

  @Test func mergingTwoContacts() throws {
    try desk.take("council", [Desk.person("b@kgpn.example", "Min", language: "en")], day: -3)
    var other = try Desk.person("b@kgpn.example", "Min")
    other.roles = ["council"]
    other.member = "KGPN"
    try desk.take("council", [other], day: -2)
    try desk.approve(lists: ["members", "council"])
    let before = try desk.state()
    let merger = try desk.contacts.merge(
      keep: .mailbox(desk.key("a@kgpn.example")), others: [.mailbox(desk.key("b@kgpn.example"))],
      note: desk.note("contacts merge"))
    #expect(merger.merged == [2] && merger.lists == ["council"])
    #expect(
      merger.changes == [
        FieldChange(field: .member, from: "", to: "KGPN"),
        FieldChange(field: .roles, from: "", to: "council"),
      ])
    let kept = try #require(try desk.contacts.contacts(at: desk.key("a@kgpn.example")).first)
    #expect(kept.language == "ko" && kept.lists == ["council:confirmed", "members:confirmed"])
    #expect(try desk.texts("SELECT mailbox FROM delivery WHERE state = 0") == ["a@kgpn.example"])
    // Neither a new approval nor a file brings the other back.
    try desk.approve(lists: ["members", "council"], hash: [2])
    #expect(try desk.texts("SELECT mailbox FROM delivery WHERE state = 0") == ["a@kgpn.example"])
    let plan = try desk.take("council", [other])
    #expect(plan.leftAlone.items.map(\.detail) == [.leftAlone(.merged(into: "a@kgpn.example"))])
    #expect(!plan.changesAnything)
    _ = try desk.changes.undo(desk.newestSet(), note: desk.note("contacts undo"))
    #expect(try desk.state() == before)
    #expect(try desk.count(.planned) == 2)
  }

  @Test func aMergerPutsNobodyBackOnAList() throws {
    _ = try leave("a@kgpn.example")
    _ = try desk.contacts.merge(
      keep: .mailbox(desk.key("a@kgpn.example")), others: [.mailbox(desk.key("b@kgpn.example"))],
      note: desk.note("contacts merge"))
    #expect(try desk.lists("a@kgpn.example") == ["members:left"])
  }

  @Test func aContactIsNotMergedIntoItself() throws {
    #expect(throws: ContactProblem.sameContact("a@kgpn.example")) {
      try desk.contacts.merge(keep: .id(1), others: [.id(1)], note: desk.note("contacts merge"))
    }
  }

  /// An address that a looser policy let in is mailed.
  @Test(arguments: ["\"odd name\"@kgpn.example", "a@[192.0.2.1]"])
  func rareFormsAreMailed(address: String) throws {
    let parsed = try EmailAddress(parsing: address, policy: .permissive)
    try desk.take(
      "odd",
      [
        ListImport.Person(
          address: parsed.description, mailbox: parsed.mailboxKey.rawValue, name: "Odd")
      ])
    let approval = try desk.approve(lists: ["odd"])
    let ledger = try desk.ledger(approval.mailing)
    defer { try? ledger.end() }
    #expect(try ledger.claim(limit: 5).map(\.recipient.description) == [address])
  }
}
