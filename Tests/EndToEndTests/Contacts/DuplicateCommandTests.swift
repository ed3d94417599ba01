import Foundation
import TestSupport
import Testing

/// Contacts that seem to be one person: shown, merged on command only, and taken apart again.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct DuplicateCommandTests {
  private static let list = """
    name,email,language,member,role
    Suk Kim,suk.kim@readers.test,ko,KGPN,council
    Suk Kim,suk.kim@mail.readers.test,,KGPN,
    Ann,ann@readers.test,en,GPN,

    """

  private func desk() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    return desk
  }

  @Test func groupsAreShownWithTheOneToKeepAndNothingChanges() throws {
    let desk = try desk()
    let before = try desk.dump()
    let groups = try desk.json("contacts", "duplicates")
    #expect(groups.count == 1 && groups[0]["keep"] == "suk.kim@readers.test", "\(groups)")
    let text = try desk.run("contacts", "duplicates").output
    #expect(text.contains("Nothing was changed."))
    let command = "solstice contacts merge suk.kim@readers.test suk.kim@mail.readers.test"
    #expect(text.contains(command), "\(text)")
    #expect(try desk.dump() == before)
  }

  @Test func afterAMergerThereIsOneLetterAndOnePerson() throws {
    let desk = try desk()
    try desk.run("compose", "2019-H1", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.may)
    #expect(try desk.states() == ["planned": 3])
    try desk.run(
      "contacts", "merge", "suk.kim@mail.readers.test", "suk.kim@readers.test", "--by", "Ada",
      "--why", "she said so", now: Moment.morning)
    #expect(try desk.states() == ["planned": 2, "cancelled": 1])
    let kept = try #require(try desk.person("suk.kim@mail.readers.test"))
    #expect(kept["language"] == "ko" && kept["role"] == "council", "gaps are filled: \(kept)")
    #expect(try desk.people().count == 2)
    #expect(try desk.run("contacts", "duplicates").output.contains("No two contacts"))

    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    #expect(
      try catcher.letters().map(\.recipient).sorted() == [
        "ann@readers.test", "suk.kim@mail.readers.test",
      ])
    // The file still has both; it brings the other back neither as a person nor as a letter.
    let again = try desk.imported(now: Moment.later)
    #expect(again["new"] == "0" && again["missing"] == "0", "\(again)")
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.later)
    #expect(try desk.states() == ["accepted": 2, "cancelled": 1])
    let refused = try desk.run(
      "contacts", "set", "suk.kim@readers.test", "--name", "S", status: nil)
    expectFailure(refused, 65, saying: ["is suk.kim@mail.readers.test by now"])
  }

  @Test func aMergerIsTakenBack() throws {
    let desk = try desk()
    let before = try desk.people()
    try desk.run("contacts", "merge", "suk.kim@readers.test", "suk.kim@mail.readers.test")
    #expect(try desk.people().count == 2)
    let told = try desk.run("contacts", "undo").output
    #expect(told.contains("Took change 2 back"), "\(told)")
    #expect(try desk.people() == before)
    #expect(try desk.imported(now: Moment.later)["unchanged"] == "3")
  }

  @Test func whoLeftAListIsNotPutOnItByAMerger() throws {
    let desk = try desk()
    try desk.run(
      "contacts", "leave", "suk.kim@readers.test", "--list", "readers", now: Moment.may)
    try desk.run(
      "contacts", "merge", "suk.kim@readers.test", "suk.kim@mail.readers.test", now: Moment.morning)
    #expect(try desk.person("suk.kim@readers.test")?["lists"] == "readers:left")
  }

  @Test func twoNamesAtOneMailboxGetOneLetterAndAreToldByName() throws {
    let desk = try Desk.with(
      "name,email,member\nSuk Kim,desk@readers.test,KGPN\n김숙,desk@readers.test,KGPN\n",
      of: Moment.spring)
    try desk.imported(now: Moment.spring)
    #expect(try desk.people().count == 2)
    try desk.run(
      "contacts", "merge", "Suk Kim <desk@readers.test>", "김숙 <desk@readers.test>",
      now: Moment.morning)
    #expect(try desk.people().map { $0["name"] } == ["Suk Kim"])
    #expect(try desk.imported(now: Moment.later)["new"] == "0")
    #expect(try desk.people().count == 1)
  }
}
