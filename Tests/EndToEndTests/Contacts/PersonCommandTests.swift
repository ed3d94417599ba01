import Foundation
import TestSupport
import Testing

/// One person by command: what is done, what is refused, and why.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PersonCommandTests {
  static let list = """
    name,email,language
    Ann,ann@readers.test,en
    Bo,bo@readers.test,ja
    Office A,desk@readers.test,en
    Office B,desk@readers.test,ko

    """

  private func desk() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    return desk
  }

  @Test func somebodyNewIsOnTheList() throws {
    let desk = try desk()
    let told = try desk.run(
      "contacts", "add", "Cy <cy@readers.test>", "--language", "Japanese", "--role", "council",
      "--by", "Ada", now: Moment.may)
    #expect(told.output == "Cy <cy@readers.test> is new, and is on readers now.\n")
    let cy = try #require(try desk.person("cy@readers.test"))
    #expect(cy["language"] == "ja" && cy["role"] == "council" && cy["lists"] == "readers:confirmed")
    let again = try desk.run("contacts", "add", "Cy <cy@readers.test>", now: Moment.may).output
    #expect(again.contains("was on the list already"), "\(again)")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let command: [String]
    let code: Int32
    let words: [String]
    var testDescription: String { command.joined(separator: " ") }
  }

  private static let refusals = [
    Refusal(
      command: ["add", "bo@readers.test"], code: 65,
      words: ["left the list readers on 2019-05-02", "--basis consent --evidence"]),
    Refusal(
      command: ["add", "bo@readers.test", "--basis", "consent"], code: 64, words: ["--evidence"]),
    Refusal(
      command: ["set", "desk@readers.test", "--language", "th"], code: 65,
      words: ["\"Office A <desk@readers.test>\" or \"Office B <desk@readers.test>\""]),
    Refusal(
      command: ["set", "ann@readers.test", "--address", "\"Office A\" <desk@>"], code: 65,
      words: ["is no mail address"]),
    Refusal(
      command: ["set", "ann@readers.test", "--language", "Klingonish"], code: 64,
      words: ["no language that is known"]),
    Refusal(command: ["set", "ann@readers.test"], code: 64, words: ["Say what to set"]),
    Refusal(
      command: ["set", "nobody@readers.test", "--name", "N"], code: 65,
      words: ["Nobody here has the address nobody@readers.test", "contacts list"]),
    Refusal(
      command: ["add", "cy@readers.test", "--list", "nowhere"], code: 65,
      words: ["no list “nowhere”", "contacts lists"]),
    Refusal(
      command: ["leave", "ann@readers.test", "--list", "nowhere"], code: 65,
      words: ["no list “nowhere”"]),
    Refusal(
      command: ["leave", "no address"], code: 65, words: ["“no address” is no mail address"]),
    Refusal(
      command: ["add", "suk@gmial.com"], code: 65,
      words: ["Did you mean suk@gmail.com?", "--as-written"]),
    Refusal(
      command: ["set", "ann@readers.test", "--address", "ann@gmial.com"], code: 65,
      words: ["Did you mean ann@gmail.com?", "--as-written"]),
    Refusal(
      command: ["merge", "ann@readers.test", "ann@readers.test"], code: 64,
      words: ["can't be merged into itself"]),
    Refusal(command: ["undo", "99"], code: 65, words: ["no change 99", "contacts history"]),
    Refusal(command: ["export", "nobody@"], code: 65, words: ["is no mail address"]),
  ]

  @Test func whatCannotBeDoneIsToldAndChangesNothing() throws {
    let desk = try desk()
    try desk.run("contacts", "leave", "bo@readers.test", "--why", "by phone", now: Moment.may)
    let before = try desk.dump()
    for refusal in Self.refusals {
      let result = try desk.run(
        ["contacts"] + refusal.command, now: Moment.morning, status: nil)
      expectFailure(result, refusal.code, saying: refusal.words)
      #expect(try desk.dump() == before, "\(refusal.testDescription)")
    }
    try desk.run("contacts", "add", "suk@gmial.com", "--as-written", now: Moment.morning)
    #expect(try desk.person("suk@gmial.com")?["lists"] == "readers:confirmed")
    // Only their own wish, and with evidence.
    try desk.run(
      "contacts", "add", "bo@readers.test", "--basis", "consent", "--evidence", "asked by mail",
      now: Moment.morning)
    #expect(try desk.person("bo@readers.test")?["lists"] == "readers:confirmed")
    let export = try desk.run("contacts", "export", "bo@readers.test").output
    #expect(export.contains("asked by mail"))
  }

  @Test func sharedMailboxesAreToldApartByName() throws {
    let desk = try desk()
    try desk.run(
      "contacts", "set", "Office B <desk@readers.test>", "--language", "th", now: Moment.may)
    let offices = try desk.people().filter { $0["email"] == "desk@readers.test" }
    #expect(
      offices.map { "\($0["name"] ?? "") \($0["language"] ?? "")" }.sorted()
        == ["Office A en", "Office B th"])
  }
}
