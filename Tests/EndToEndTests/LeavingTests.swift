import Foundation
import TestSupport
import Testing

/// Leaving by mail: the address in every letter is enough, and nothing else is.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct LeavingTests {
  @Test func whoWritesToTheAddressIsNotMailedAgain() throws {
    let desk = try Desk.approvedSample()
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    let letter = try #require(
      catcher.letters().first { $0.recipient == "dewi.lestari@gpn-id.example" })
    let address = try leaveAddress(letter)
    // From another address than the letter went to: the token says who it is.
    try put(desk, to: address, from: "Dewi <dewi@private.example>", name: "1")
    // A relay may fold case.
    let other = try #require(catcher.letters().first { $0.recipient == "liming@cgpn.example" })
    try put(desk, to: leaveAddress(other).uppercased(), from: "liming@cgpn.example", name: "2")

    let reading = try desk.run("inbox", "read", now: Moment.later).output
    #expect(reading.contains("asked to leave  2"), "\(reading)")
    #expect(desk.names(in: "mail/inbox/new").isEmpty)
    try desk.run("contacts", "import", "lists/members.csv", now: Moment.winter)
    try desk.run("compose", "2019-H2", now: Moment.winter)
    try desk.run("approve", "2019-H2", "--by", "Ada Example", now: Moment.winter)
    let next = try desk.deliveries("2019-H2").map(\.contact)
    #expect(!next.contains("dewi.lestari@gpn-id.example") && !next.contains("liming@cgpn.example"))
    #expect(try next.count == desk.deliveries("2019-H1").count - 2)
  }

  @Test func anMboxIsReadOnceAndNeverWritten() throws {
    let desk = try Desk.small(readers: ["ann@readers.test", "bo@readers.test"])
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letter = try #require(catcher.letters().first)
    let box = """
      From ann Mon Jun 24 10:00:00 2019
      From: ann@readers.test
      To: \(try leaveAddress(letter))
      Subject: unsubscribe

      Please.

      """
    try desk.write(box, to: "mail/box")
    let first = try desk.run("inbox", "read", "--mbox", "mail/box").output
    #expect(first.contains("asked to leave  1"), "\(first)")
    let second = try desk.run("inbox", "read", "--mbox", "mail/box").output
    #expect(!second.contains("asked to leave"), "\(second)")
    #expect(try desk.read("mail/box") == box)
    try desk.run("inbox", "read", "--mbox", "mail/box", "--maildir", "mail/inbox", status: 64)
  }

  @Test func leavingTakesAReaderOutOfWhatIsApprovedAlready() throws {
    let desk = try Desk.small()
    let catcher = try CatcherProgram(
      desk, script: #"{"rules": [{"recipient": "bo@readers.test", "defer": "451 4.7.1 later"}]}"#)
    try desk.run("send", "2019-H1", "--relay", catcher.url, status: 75)
    try desk.write(Desk.item(title: "The pump works", date: "2019-08-01"), to: "news/2019/p.md")
    try desk.run("compose", "2019-H2")
    try desk.run("approve", "2019-H2", "--by", "Ada Example")
    let letter = try #require(catcher.letters().first { $0.recipient == "ann@readers.test" })
    try put(desk, to: leaveAddress(letter), from: "ann@readers.test", name: "1")
    try desk.run("inbox", "read")
    let second = try CatcherProgram(desk)
    try desk.run("send", "2019-H2", "--relay", second.url)
    #expect(try desk.states("2019-H2") == ["cancelled": 1, "accepted": 2])
    #expect(try !second.letters().contains { $0.recipient == "ann@readers.test" })
  }

  @Test(arguments: ["forged", "return", "cut", "trailing", "none", "twice"])
  func anotherTokenDoesNothing(_ kind: String) throws {
    let desk = try Desk.small(readers: ["ann@readers.test", "bo@readers.test"])
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letters = try catcher.letters()
    let address = try leaveAddress(letters[0])
    let token = String(address.dropFirst(2).prefix { $0 != "@" })
    let last = token.dropLast(3).last == "a" ? "b" : "a"
    let to =
      switch kind {
      case "forged": "u+\(token.dropLast(4))\(last)\(token.suffix(3))@office.test"
      // A return address can't be used to leave: what a token is for is part of it.
      case "return": "u+\(letters[0].returnPath.dropFirst(2))"
      case "cut": "u+\(token.dropLast())@office.test"
      case "trailing": "u+\(token)a@office.test"
      case "none": "u+@office.test"
      default: try "\(address), \(leaveAddress(letters[1]))"
      }
    let before = try desk.snapshot()
    try put(desk, to: to, from: "mallory@other.test", name: "1")
    let reading = try desk.run("inbox", "read").output
    #expect(!reading.contains("asked to leave"), "\(reading)")
    #expect(try desk.snapshot() == before)
    #expect(desk.names(in: "mail/inbox/new").count == 1, "left for people")
  }

  /// The address in List-Unsubscribe.
  private func leaveAddress(_ letter: CaughtLetter) throws -> String {
    let value = letter.header("List-Unsubscribe")
    guard let start = value.range(of: "mailto:") else { throw SupportError("no address: \(value)") }
    return String(value[start.upperBound...].prefix { $0 != "?" && $0 != ">" })
  }

  private func put(_ desk: Desk, to: String, from: String, name: String) throws {
    let message = """
      Return-Path: <\(from)>
      From: \(from)
      To: \(to)
      Subject: unsubscribe
      Date: Mon, 24 Jun 2019 10:00:00 +0800
      Message-ID: <leave-\(name)@other.test>

      Please take me off.
      """
    try desk.write(message + "\n", to: "mail/inbox/new/1561341600.\(name).test")
  }
}
