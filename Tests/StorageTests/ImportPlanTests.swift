import Contacts
import Dispatcher
import Foundation
import Mail
import Testing

@testable import Storage

/// What an import plans, tells and does.
struct ImportPlanTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
  }

  private func details(_ section: ImportPlan.Section) -> [ImportItem.Detail] {
    section.items.map(\.detail)
  }

  private func person(
    _ address: String, _ name: String = "", language: String? = nil, roles: [String] = [],
    notes: String = ""
  ) throws -> ListImport.Person {
    var person = try Desk.person(address, name, language: language)
    person.roles = roles
    person.notes = notes
    return person
  }

  @Test func aDryRunTellsAndChangesNothing() throws {
    let plan = try desk.take("members", [person("a@kgpn.example", "Suk")], isDry: true)
    #expect(plan.added.count == 1 && plan.newContacts == 1 && plan.changesAnything)
    #expect(
      plan.added.items == [
        ImportItem(
          line: 2, name: "Suk", address: "a@kgpn.example", detail: .added(isKnown: false))
      ])
    #expect(try desk.state().isEmpty)
    #expect(try desk.contacts.lists().isEmpty)
    #expect(try desk.changes.sets().isEmpty)
  }

  @Test func whatIsKeptOfTheBasis() throws {
    try desk.take("members", [person("a@kgpn.example")], day: -1, sha256: "0123456789abcdef0123")
    #expect(
      try desk.texts("SELECT basis || '; ' || evidence FROM subscription") == [
        "membership; imported from lists/members.csv of 2019-06-23 (SHA-256 0123456789abcdef) by Suk"
      ])
    let set = try #require(try desk.changes.sets().first)
    #expect(set.command == "contacts import" && set.who == "Suk")
    #expect(set.why == "membership; lists/members.csv, SHA-256 0123456789abcdef0123")
    #expect(set.contacts == 1 && set.subscriptions == 1)
  }

  @Test func theNewerFileCounts() throws {
    try desk.take("members", [person("a@kgpn.example", "Suk", language: "ko")], day: -9)
    let plan = try desk.take(
      "council", [person("a@kgpn.example", "Suk", language: "en")], day: -5)
    #expect(
      details(plan.changed).isEmpty
        && details(plan.added) == [.added(isKnown: true)], "counted once, as added")
    #expect(try desk.texts("SELECT language FROM contact") == ["en"])
    let back = try desk.take(
      "members", [person("a@kgpn.example", "Suk", language: "ko")], day: -9)
    #expect(
      details(back.conflicts) == [
        .conflict(
          FieldConflict(
            field: .language, file: "ko", stands: "en", since: Desk.date(-5), source: "council"))
      ])
    #expect(back.unchanged == 1 && !back.changesAnything)
    let forced = try desk.take(
      "members", [person("a@kgpn.example", "Suk", language: "ko")], day: -9, preferFile: true)
    #expect(
      details(forced.changed) == [
        .changed([FieldChange(field: .language, from: "en", to: "ko")])
      ])
    let other = try desk.take(
      "council", [person("a@kgpn.example", "Suk", language: "en")], day: -5)
    #expect(other.conflicts.count == 1, "what was overruled does not win again by its date")
    #expect(try desk.texts("SELECT language FROM contact") == ["ko"])
  }

  /// A copy of a file has a later date, but says nothing new.
  @Test func theSameBytesStayAsOldAsTheyWere() throws {
    let people = [try person("a@kgpn.example", "Suk", language: "ko")]
    try desk.take("members", people, day: -9, sha256: "aa")
    desk.clock.advance(60)
    _ = try desk.contacts.set(
      .id(desk.id("a@kgpn.example")), [.language: "en"], note: desk.note("contacts set"))
    desk.clock.advance(3 * 86_400)
    let copied = try desk.take("members", people, day: 2, sha256: "aa")
    #expect(copied.conflicts.count == 1 && copied.changed.count == 0)
    let edited = try desk.take("members", people, day: 2, sha256: "bb")
    #expect(edited.conflicts.count == 0 && edited.changed.count == 1)
  }

  @Test func aDateToComeCountsAsToday() throws {
    try desk.take("members", [person("a@kgpn.example", language: "ko")], day: 4000)
    desk.clock.advance(60)
    let changes = try desk.contacts.set(
      .id(desk.id("a@kgpn.example")), [.language: "en"], note: desk.note("contacts set"))
    #expect(changes.count == 1)
    #expect(
      try desk.texts("SELECT as_of > (SELECT as_of FROM contact) FROM fact") == ["1"])
  }

  @Test func anEmptyCellErasesNothing() throws {
    try desk.take("members", [person("a@kgpn.example", "Suk", language: "ko", notes: "A: x")])
    desk.clock.advance(60)
    let plan = try desk.take("members", [person("a@kgpn.example")])
    #expect(plan.unchanged == 1 && !plan.changesAnything)
    #expect(try desk.texts("SELECT name || language || notes FROM contact") == ["SukkoA: x"])
  }

  @Test func notesAreTakenColumnByColumn() throws {
    try desk.take("members", [person("a@kgpn.example", notes: "Phone: 1\nRemark: x")], day: -9)
    try desk.take("council", [person("a@kgpn.example", notes: "Remark: y\nRoom: 5")], day: -5)
    #expect(
      try desk.texts("SELECT notes FROM contact") == ["Phone: 1\nRemark: y\nRoom: 5"])
  }

  @Test func rowsThatContradictEachOtherAreTold() throws {
    let plan = try desk.take(
      "members",
      [
        person("a@kgpn.example", "Suk", language: "ko"),
        person("A@kgpn.example", "Suk", language: "en", roles: ["council"]),
      ])
    #expect(
      details(plan.contradictions) == [
        .contradiction(field: .language, says: "en", stands: "ko", firstLine: 2)
      ])
    #expect(
      try desk.texts("SELECT address || language || roles FROM contact")
        == ["a@kgpn.examplekocouncil"])
  }

  @Test func aNewNameAtTheSameMailboxIsARenaming() throws {
    try desk.take("members", [person("a@kgpn.example", "Suk")], day: -9)
    let plan = try desk.take("members", [person("a@kgpn.example", "Suk Kim")], day: -5)
    #expect(
      details(plan.changed) == [.changed([FieldChange(field: .name, from: "Suk", to: "Suk Kim")])])
    #expect(plan.missing.count == 0 && plan.added.count == 0)
    #expect(try desk.texts("SELECT name FROM contact") == ["Suk Kim"])
  }

  @Test func aColleagueAtTheSameMailboxIsSomebodyElse() throws {
    try desk.take("members", [person("a@kgpn.example", "Suk")], day: -9)
    let plan = try desk.take(
      "members", [person("a@kgpn.example", "Min"), person("a@kgpn.example", "Suk")], day: -5)
    #expect(plan.added.count == 1 && plan.unchanged == 1 && plan.changed.count == 0)
    #expect(try desk.texts("SELECT name FROM contact ORDER BY id") == ["Suk", "Min"])
    #expect(try desk.texts("SELECT contact_id FROM list_row ORDER BY line") == ["2", "1"])
  }

  @Test func aNameSetByHandIsNotASecondPerson() throws {
    let people = [try person("a@kgpn.example", "Suk")]
    try desk.take("members", people, day: -9)
    _ = try desk.contacts.set(
      .id(desk.id("a@kgpn.example")), [.name: "Suk Kim"], note: desk.note("contacts set"))
    let plan = try desk.take("members", people, day: -9)
    #expect(plan.conflicts.count == 1 && !plan.changesAnything)
  }

  @Test(arguments: Gone.allCases)
  func whoIsMissing(gone: Gone) throws {
    let all = [try person("a@kgpn.example"), try person("b@kgpn.example", "Min")]
    try desk.take("members", all)
    try desk.approve()
    let plan = try desk.take("members", [all[0]], gone: gone)
    #expect(plan.missing.items == [ImportItem(line: 0, name: "Min", address: "b@kgpn.example")])
    #expect(plan.lettersTakenBack == (gone == .tell ? 0 : 1))
    let expected: [String: [String]] = [
      "tell": ["members:confirmed"], "leave": ["members:left"], "stop": [],
    ]
    #expect(try desk.lists("b@kgpn.example") == expected[gone.rawValue])
    #expect(try desk.count(.cancelled) == (gone == .tell ? 0 : 1))
    let back = try desk.take("members", all)
    #expect(back.leftAlone.count == (gone == .leave ? 1 : 0))
    #expect(back.added.count == (gone == .stop ? 1 : 0))
  }

  @Test func whoLeftStaysOffUnderAnyNameAndList() throws {
    try desk.take("members", [person("a@kgpn.example", "Suk")])
    _ = try desk.contacts.leave(
      desk.key("a@kgpn.example"), list: nil, evidence: "told us", note: desk.note("contacts leave"))
    let before = try desk.state()
    let now = desk.clock.now()
    let other = try desk.take(
      "members", [person("a@kgpn.example", "S. Kim"), person("A@kgpn.example", "Suk")])
    #expect(
      Set(details(other.leftAlone)) == [.leftAlone(.left(since: now))] && !other.changesAnything)
    let elsewhere = try desk.take("council", [person("a@kgpn.example", "Suk")])
    #expect(details(elsewhere.leftAlone) == [.leftAlone(.leftEverything(since: now))])
    #expect(try desk.state() == before)
  }

  @Test func aListByRuleTakesNoFile() throws {
    try desk.execute(
      "INSERT INTO list (name, source, imported, rule) VALUES ('heads', '', 0, 'role: council')")
    #expect(throws: ContactProblem.ruleList("heads")) {
      try desk.take("heads", [person("a@kgpn.example")])
    }
  }

  /// A file that breaks off leaves nothing behind, not even the list.
  @Test func aBrokenFileChangesNothing() throws {
    struct Broken: Error {}
    let header = ListImport.Header(
      list: "members", source: "x.csv", sha256: "", modified: nil, basis: "membership",
      at: desk.clock.now())
    #expect(throws: Broken.self) {
      try desk.contacts.importList(header) { take in
        for entry in try Desk.entries([person("a@kgpn.example")]) { try take(entry) }
        throw Broken()
      }
    }
    #expect(try desk.state().isEmpty && desk.contacts.lists().isEmpty)
    try desk.take("members", [person("a@kgpn.example")])
  }

  @Test func tooManyNamesAtOneMailbox() throws {
    let people = try (0..<150).map { try person("office@kgpn.example", "Name \($0)") }
    let plan = try desk.take("members", people)
    #expect(plan.added.count == 100 && plan.leftAlone.count == 50)
    #expect(details(plan.leftAlone).first == .leftAlone(.tooManyNames))
    #expect(try !desk.take("members", people).changesAnything)
  }

  @Test func onlyTheFirstAreNamed() throws {
    let people = try (0..<300).map { try person("p\($0)@kgpn.example") }
    let plan = try desk.take("members", people)
    #expect(plan.added.count == 300 && plan.added.items.count == 200)
  }
}
