import Foundation
import TestSupport
import Testing

/// Lists that a rule fills, from the file in `lists/` to the letters.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct RuleListCommandTests {
  private static let list = """
    name,email,language,role,member
    Ann,ann@readers.test,en,council,GPN
    Bo,bo@readers.test,ja,council,GPN
    Cy,cy@readers.test,ko,council,KGPN
    Dee,dee@readers.test,ko,,KGPN

    """

  private func desk(_ rule: String) throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.write(rule, to: "lists/abroad.rule")
    try desk.run("compose", "2019-H1", now: Moment.may)
    return desk
  }

  @Test func aRulePlansExactlyItsPeople() throws {
    let desk = try desk("# the council abroad\nrole: council and not language: ja\n")
    let approved = try desk.run(
      "approve", "2019-H1", "--by", "Ada", "--to", "abroad", now: Moment.may)
    #expect(approved.output.contains("2 readers on abroad"), "\(approved.output)")
    #expect(try desk.deliveries().map(\.contact) == ["ann@readers.test", "cy@readers.test"])
    let lists = try desk.json("contacts", "lists")
    #expect(lists.map { $0["list"] } == ["abroad", "readers"], "\(lists)")
    #expect(lists.map { $0["confirmed"] } == ["2", "4"])
    #expect(
      lists[0]["rule"]?.contains("council") == true && lists[0]["source"] == "lists/abroad.rule")
    let text = try desk.run("contacts", "lists").output
    #expect(text.contains("lists/abroad.rule: role: council and not language: ja"), "\(text)")

    // What people become changes who is on it, at the next look.
    try desk.run("contacts", "set", "dee@readers.test", "--role", "council", now: Moment.morning)
    try desk.run("contacts", "set", "ann@readers.test", "--language", "ja", now: Moment.morning)
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "abroad", now: Moment.later)
    let planned = try desk.deliveries().filter { $0.state == "planned" }.map(\.contact)
    #expect(planned.contains("dee@readers.test"), "\(planned)")
    #expect(try desk.json("contacts", "lists")[0]["confirmed"] == "2")
  }

  @Test func leavingTheListBelowItTakesTheLetterBack() throws {
    let desk = try desk("role: council")
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "abroad", now: Moment.may)
    try desk.run(
      "contacts", "leave", "cy@readers.test", "--list", "readers", now: Moment.morning)
    #expect(try desk.states() == ["planned": 2, "cancelled": 1])
    try desk.run("contacts", "undo", "--why", "a mistake", now: Moment.morning)
    #expect(try desk.states() == ["planned": 3])
    try desk.run(
      "contacts", "leave", "cy@readers.test", "--list", "readers", now: Moment.morning)
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    #expect(
      try catcher.letters().map(\.recipient).sorted() == ["ann@readers.test", "bo@readers.test"])
    #expect(try desk.deliveries().first { $0.contact == "cy@readers.test" }?.state == "cancelled")
  }

  @Test func whoLeftTheRulesListStaysOffIt() throws {
    let desk = try desk("role: council")
    try desk.run("contacts", "lists")
    try desk.run("contacts", "leave", "cy@readers.test", "--list", "abroad", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "abroad", now: Moment.morning)
    #expect(try desk.deliveries().map(\.contact) == ["ann@readers.test", "bo@readers.test"])
    try desk.run("approve", "2019-H1", "--by", "Ada", "--to", "readers", now: Moment.morning)
    #expect(try desk.deliveries().count == 4, "still on the list of the file")
  }

  @Test(
    arguments: [
      ("role: council and", "abroad.rule:1:18", "condition"),
      ("role: council\nand (language: zh", "abroad.rule:2:18", "“)”"),
      ("# why\nrolle: council", "abroad.rule:2:1", "known are role, member"),
      ("role council", "abroad.rule:1:6", "“:” after role"),
      ("language: Klingon", "abroad.rule:1:11", "no language that is known"),
      ("member: GPN Singapore", "abroad.rule:1:13", "needs quotes"),
      ("", "abroad.rule:1:1", "role: council"),
      ("list: nowhere", "abroad.rule", "no list “nowhere”"),
    ])
  func aMistakeIsToldWithItsPlace(rule: String, place: String, words: String) throws {
    let desk = try desk(rule)
    let before = try desk.dump()
    for command in [
      ["contacts", "lists"], ["approve", "2019-H1", "--by", "Ada", "--to", "abroad"],
    ] {
      let result = try desk.run(command, now: Moment.morning, status: nil)
      expectFailure(result, 65, saying: ["lists/" + place, words])
    }
    #expect(try desk.dump() == before)
  }

  @Test func aFileMayNotHaveARulesName() throws {
    let desk = try desk("role: council")
    try desk.list("email\neve@readers.test\n", as: "abroad", of: Moment.may)
    let before = try desk.dump()
    let result = try desk.run("contacts", "import", "lists/abroad.csv", status: nil)
    expectFailure(result, 65, saying: ["lists/abroad.rule fills the list abroad already"])
    #expect(try desk.dump() == before)
    let added = try desk.run(
      "contacts", "add", "eve@readers.test", "--list", "abroad", status: nil)
    expectFailure(added, 65, saying: ["abroad"])
    // And the other way round.
    try desk.write("role: council", to: "lists/readers.rule")
    let lists = try desk.run("contacts", "lists", status: nil)
    expectFailure(lists, 65, saying: ["readers", "is filled from lists/readers.csv already"])
  }
}
