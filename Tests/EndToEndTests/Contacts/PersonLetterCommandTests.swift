import Foundation
import TestSupport
import Testing

/// What a command about one person does to letters under way: nobody loses one, nobody gets two.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PersonLetterCommandTests {
  private func desk() throws -> Desk {
    let desk = try Desk.with(PersonCommandTests.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run("compose", "2019-H1", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada Example", now: Moment.may)
    return desk
  }

  private func planned(_ desk: Desk) throws -> [String] {
    try desk.deliveries().filter { $0.state == "planned" }.map(\.contact).sorted()
  }

  @Test func leavingTakesLettersBack() throws {
    let desk = try desk()
    let told = try desk.run("contacts", "leave", "bo@readers.test", now: Moment.morning).output
    #expect(
      told.contains("left readers. One letter that had not left yet was taken back."), "\(told)")
    #expect(try planned(desk) == ["ann@readers.test", "desk@readers.test"])
    let again = try desk.run("contacts", "leave", "bo@readers.test", now: Moment.later).output
    #expect(again.contains("has left every list already"), "\(again)")
    try desk.run("contacts", "undo", "--why", "they asked to stay", now: Moment.later)
    #expect(try desk.person("bo@readers.test")?["lists"] == "readers:confirmed")
    let everybody = ["ann@readers.test", "bo@readers.test", "desk@readers.test"]
    #expect(try planned(desk) == everybody, "who stays gets the letter")

    try desk.run("contacts", "leave", "bo@readers.test", now: Moment.later)
    try desk.run(
      "contacts", "add", "bo@readers.test", "--basis", "consent", "--evidence", "asked by mail",
      now: Moment.later)
    #expect(try planned(desk) == everybody)
    try desk.run("contacts", "leave", "bo@readers.test", now: Moment.later)
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.later)
    try desk.run("contacts", "undo", "--why", "they asked to stay", now: Moment.winter)
    #expect(try planned(desk).isEmpty, "an edition that has gone out is not sent late")
  }

  @Test func aNewAddressTakesTheLetterAlongAndTheOldOneMeansTheSame() throws {
    let desk = try desk()
    try desk.run(
      "contacts", "set", "bo@readers.test", "--address", "bo@new.test", now: Moment.morning)
    #expect(try planned(desk) == ["ann@readers.test", "bo@new.test", "desk@readers.test"])
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    #expect(
      try catcher.letters().map(\.recipient).sorted() == [
        "ann@readers.test", "bo@new.test", "desk@readers.test",
      ])
    let again = try desk.imported(now: Moment.later)
    #expect(
      again["new"] == "0" && again["missing"] == "0" && again["left_alone"] == "1", "\(again)")
    #expect(try desk.people().filter { $0["name"] == "Bo" }.map { $0["email"] } == ["bo@new.test"])
    // Leaving by the old address is leaving.
    try desk.run("contacts", "leave", "bo@readers.test", now: Moment.later)
    #expect(try desk.person("bo@new.test")?["lists"] == "readers:left")
  }

  @Test func whoSharesAMailboxForAWhileLosesNoLetter() throws {
    let desk = try desk()
    let everybody = try planned(desk)
    for back in [["undo"], ["set", "Ann <bo@readers.test>", "--address", "ann@readers.test"]] {
      try desk.run(
        "contacts", "set", "ann@readers.test", "--address", "bo@readers.test", now: Moment.morning)
      #expect(try planned(desk) == ["bo@readers.test", "desk@readers.test"], "one each mailbox")
      try desk.run(["contacts"] + back, now: Moment.morning)
      #expect(try planned(desk) == everybody)
    }
    try desk.run(
      "contacts", "set", "Office B <desk@readers.test>", "--address", "b@readers.test",
      now: Moment.later)
    #expect(try planned(desk) == (everybody + ["b@readers.test"]).sorted())
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.later)
    let letter = try #require(try catcher.letters().first { $0.recipient == "b@readers.test" })
    #expect(letter.header("Content-Language") == "ko", "\(letter.headers)")
  }
}
