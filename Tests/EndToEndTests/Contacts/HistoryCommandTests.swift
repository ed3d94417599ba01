import Foundation
import TestSupport
import Testing

/// Every change has its number, its command, who and why, and can be taken back.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct HistoryCommandTests {
  private static let list = "name,email,language\nAnn,ann@readers.test,en\nBo,bo@readers.test,ja\n"

  private func desk() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported("readers", "--by", "Ada Example", now: Moment.spring)
    return desk
  }

  @Test func aChangeIsToldWithCommandWhoWhenAndWhy() throws {
    let desk = try desk()
    try desk.run(
      "contacts", "set", "ann@readers.test", "--language", "de", "--by", "Bea Example", "--why",
      "told us in Ulm", now: Moment.morning)
    let text = try desk.run("contacts", "history").output
    #expect(
      text.contains("2  2019-06-24 09:00:00, contacts set, by Bea Example, 1 contact"), "\(text)")
    #expect(text.contains("why: told us in Ulm"))
    #expect(text.contains("contacts import, by Ada Example, 2 contacts, 2 subscriptions"))
    #expect(text.contains("lists/readers.csv, SHA-256 "))
    let mine = try desk.run("contacts", "history", "ann@readers.test").output
    #expect(mine.contains("language: en → de"), "\(mine)")
    let other = try desk.json("contacts", "history", "bo@readers.test")
    #expect(other.map { $0["command"] } == ["contacts import"])
    let all = try desk.json("contacts", "history")
    #expect(all.map { $0["who"] } == ["Bea Example", "Ada Example"])
    #expect(all[0]["why"] == "told us in Ulm" && all[0]["at"] == "2019-06-24T01:00:00Z")
    let unknown = try desk.run("contacts", "history", "nobody@readers.test", status: nil)
    expectFailure(unknown, 65, saying: ["Nobody here has the address nobody@readers.test"])
  }

  @Test func eachCommandIsTakenBackAndThatIsAChangeToo() throws {
    let desk = try desk()
    let before = try desk.people()
    let commands = [
      ["add", "Cy <cy@readers.test>"], ["set", "ann@readers.test", "--name", "Anna"],
      ["set", "ann@readers.test", "--address", "ann@new.test"],
      ["leave", "bo@readers.test"], ["merge", "ann@readers.test", "bo@readers.test"],
    ]
    for command in commands {
      try desk.run(["contacts"] + command, now: Moment.may)
      let changed = try desk.people()
      #expect(changed != before, "\(command)")
      let number = try #require(try desk.json("contacts", "history")[0]["number"])
      try desk.run(
        "contacts", "undo", number, "--by", "Ada", "--why", "was wrong", now: Moment.morning)
      #expect(try desk.people() == before, "\(command)")
      let twice = try desk.run("contacts", "undo", number, status: nil)
      expectFailure(twice, 65, saying: ["Change \(number) was undone already, by change"])
      let undone = try desk.json("contacts", "history")[0]
      #expect(undone["command"] == "contacts undo" && undone["undoes"] == number)
      // The undoing undone is the change again; once more, and all is as before.
      if command[0] == "leave" { continue }
      let undoing = try #require(undone["number"])
      try desk.run("contacts", "undo", undoing, "--why", "was right", now: Moment.morning)
      #expect(try desk.people() == changed, "\(command)")
      let redoing = try #require(try desk.json("contacts", "history")[0]["number"])
      try desk.run("contacts", "undo", redoing, now: Moment.morning)
      #expect(try desk.people() == before, "\(command)")
    }
  }

  @Test func anImportIsTakenBackAndSparesWhatChangedLater() throws {
    let desk = try desk()
    try desk.list(
      "name,email,language\nAnn,ann@readers.test,de\nBo,bo@readers.test,ko\nCy,cy@readers.test,en\n",
      of: Moment.may)
    try desk.imported(now: Moment.may)
    try desk.run("contacts", "set", "bo@readers.test", "--language", "th", now: Moment.morning)
    let told = try desk.run("contacts", "undo", "2", now: Moment.later).output
    #expect(told.contains("Took change 2 back"), "\(told)")
    #expect(told.contains("changed later and left as they are"), "\(told)")
    let people = try desk.people().map { "\($0["name"] ?? "") \($0["language"] ?? "")" }
    #expect(people.sorted() == ["Ann en", "Bo th"])
  }

  @Test func bringingBackWhoLeftNeedsAReason() throws {
    let desk = try desk()
    try desk.run("contacts", "leave", "bo@readers.test", now: Moment.may)
    let before = try desk.dump()
    let result = try desk.run("contacts", "undo", now: Moment.morning, status: nil)
    expectFailure(result, 64, saying: ["bring back somebody who left", "--why"])
    #expect(try desk.dump() == before)
  }

  @Test func whereNothingHappenedNothingIsTaken() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    #expect(try desk.run("contacts", "history").output == "Nothing has been changed yet.\n")
    expectFailure(
      try desk.run("contacts", "undo", status: nil), 66, saying: ["Nothing has been changed yet"])
  }
}
