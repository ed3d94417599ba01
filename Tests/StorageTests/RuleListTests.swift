import Contacts
import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

struct RuleListTests {
  let desk: Desk
  private let source = "lists/council.rule"

  init() throws {
    desk = try Desk()
    try desk.importList(
      "members",
      try (1...4).map { number in
        var person = try Desk.person("p\(number)@gpn.example", language: number > 2 ? "ja" : "en")
        person.roles = number == 4 ? [] : ["council"]
        person.member = number == 1 ? "Korea Network" : "JGPN"
        return person
      })
  }

  private var store: RuleListStore { RuleListStore(database: desk.database) }

  @discardableResult
  private func refresh(_ text: String, name: String = "council") throws -> RuleListStore.Result {
    try store.refresh(
      name: name, rule: ListRule(parsing: text, file: source), source: source,
      members: [Member(key: "k", name: "Korea Network", short: "KGPN", country: "Korea")],
      at: desk.clock.now())
  }

  private func on(_ list: String) throws -> [String] {
    try desk.texts(
      """
      SELECT c.address || ' ' || s.state FROM subscription s JOIN list l ON l.id = s.list_id
      JOIN contact c ON c.id = s.contact_id WHERE l.name = '\(list)' ORDER BY c.id
      """)
  }

  @Test func whoFitsIsPutOnAndTakenOff() throws {
    let first = try refresh("role: council and not member: KGPN")
    #expect(first.added == 2 && first.removed == 0 && first.members == 2)
    #expect(try on("council") == ["p2@gpn.example confirmed", "p3@gpn.example confirmed"])
    #expect(
      try desk.texts(
        "SELECT DISTINCT basis || ': ' || evidence FROM subscription WHERE list_id = 2")
        == ["rule: role: council and not member: KGPN"])
    let again = try refresh("role: council and not member: KGPN")
    #expect(again.added == 0 && again.removed == 0 && again.members == 2)
    let changed = try refresh("role: council and language: en")
    #expect(changed.added == 1 && changed.removed == 1 && changed.members == 2)
    #expect(try on("council") == ["p1@gpn.example confirmed", "p2@gpn.example confirmed"])
    #expect(
      try desk.texts("SELECT DISTINCT evidence FROM subscription WHERE list_id = 2")
        == ["role: council and language: en"])
    #expect(try store.retire(name: "council") == 2)
    #expect(try store.retire(name: "members") == nil)
    #expect(try on("council").isEmpty)
  }

  @Test func whoLeftOrIsSuppressedOrMergedStaysOff() throws {
    try refresh("role: council")
    let now = desk.clock.now()
    _ = try desk.contacts.leave(
      desk.key("p1@gpn.example"), list: "council", evidence: "x", at: now)
    try desk.contacts.suppress(desk.key("p2@gpn.example"), reason: "x", evidence: "x", at: now)
    try desk.execute("UPDATE contact SET merged_into = 1 WHERE id = 3")
    let result = try refresh("role: council")
    #expect(result.stayLeft == 1 && result.members == 0 && result.removed == 2)
    #expect(try on("council") == ["p1@gpn.example left"])
  }

  /// A letter approved to a rule's list is not sent once the list that founds it is left.
  @Test func leavingTheLastFileEndsTheRule() throws {
    try refresh("role: council")
    let ledger = try desk.ledger(try desk.approve(lists: ["council"]).mailing)
    let claimed = try ledger.claim(limit: 1)
    #expect(claimed.map(\.recipient.description) == ["p1@gpn.example"])
    for address in ["p1@gpn.example", "p2@gpn.example"] {
      _ = try desk.contacts.leave(
        desk.key(address), list: "members", evidence: "x", at: desk.clock.now())
    }
    #expect(try on("council") == ["p3@gpn.example confirmed"])
    #expect(try ledger.putOnTheWire(claimed[0], messageID: "m") == false)
    #expect(try ledger.claim(limit: 9).map(\.recipient.description) == ["p3@gpn.example"])
    #expect(try desk.count(.cancelled) == 2)
    try ledger.end()
  }

  @Test func anotherFileStillFoundsIt() throws {
    try desk.importList("board", [try Desk.person("p1@gpn.example")])
    try refresh("role: council")
    _ = try desk.contacts.leave(
      desk.key("p1@gpn.example"), list: "members", evidence: "x", at: desk.clock.now())
    #expect(try on("council").count == 3)
  }

  /// A claim sees who came off by a refreshing, too.
  @Test func aChangedRuleTakesLettersBack() throws {
    try refresh("role: council")
    let ledger = try desk.ledger(try desk.approve(lists: ["council"]).mailing)
    try refresh("role: council and language: ja")
    #expect(try ledger.claim(limit: 9).map(\.recipient.description) == ["p3@gpn.example"])
    #expect(try desk.count(.cancelled) == 2)
    try ledger.end()
  }

  @Test func namesMustBeClear() throws {
    try refresh("role: council")
    let problems: [(String, String, String)] = [
      ("members", "role: council", "the list “members” is filled from lists/members.csv already"),
      ("other", "list: nobody", "there is no list “nobody”"),
      ("other", "list: council", "“council” is a rule itself"),
    ]
    for (name, text, words) in problems {
      #expect {
        try refresh(text, name: name)
      } throws: {
        "\($0)".hasPrefix("lists/council.rule: \(words)")
      }
    }
    #expect(try desk.contacts.lists().map(\.name) == ["council", "members"])
    #expect(throws: ContactProblem.ruleList("council")) {
      try desk.importList("council", [try Desk.person("p1@gpn.example")])
    }
    #expect(try refresh("list: Members and role: council").members == 3)
  }
}
