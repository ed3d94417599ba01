import Foundation
import TestSupport
import Testing

/// A relay in trouble is not the readers' fault: nobody is marked for it, and it is told what to do.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct RelayTroubleTests {
  @Test func anUnreachableRelay() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let port = try FreePort.find()
    let result = try desk.run("send", "2019-H1", "--relay", "smtp://127.0.0.1:\(port)", status: nil)
    expectFailure(
      result, 69, saying: ["127.0.0.1:\(port)", "can't be reached", "nobody", "solstice.yml"])
    #expect(try desk.snapshot() == before)
    // Once it is up again everybody gets theirs.
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    #expect(try desk.states() == ["accepted": 3])
  }

  @Test func aRelayWhoseNameIsUnknown() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", "--relay", "smtp://relay.invalid:25", status: nil)
    expectFailure(result, 69, saying: ["relay.invalid", "can't be reached", "nobody"])
    #expect(try desk.snapshot() == before)
  }

  @Test(arguments: ["554 5.7.1 go away", "421 4.3.2 not now"])
  func aRelayThatRefusesUsInItsGreeting(_ greeting: String) throws {
    let server = try ScriptedServer(
      scripts: [[.send(greeting), .expectEnd]], further: .repeatLast)
    try expectNobodyMarked(server, saying: ["refuses us", greeting])
  }

  @Test(arguments: ["550 5.7.1 we do not know you", "451 4.3.0 later"])
  func aRelayThatRefusesEverySender(_ reply: String) throws {
    let server = try ScriptedServer(
      scripts: [.greeting() + [.expect("MAIL"), .send(reply)]], further: .repeatLast)
    try expectNobodyMarked(server, readers: 3, saying: ["had trouble with 3 letters"])
    // With more letters the run is stopped, in the relay's own words.
    try expectNobodyMarked(server, readers: 9, saying: ["refuses us", reply])
  }

  private func expectNobodyMarked(
    _ server: ScriptedServer, readers: Int = 3, saying words: [String]
  ) throws {
    let desk = try Desk.small(readers: (1...readers).map { "reader\($0)@readers.test" })
    let result = try desk.run("send", "2019-H1", "--relay", server.url, status: nil)
    expectFailure(result, 69, saying: ["nobody was marked", server.url] + words)
    let deliveries = try desk.deliveries()
    #expect(deliveries.allSatisfy { ["planned", "deferred"].contains($0.state) }, "\(deliveries)")
    let log = CSVText.table(try desk.run("bounces", "log", "--format", "csv").output)
    #expect(log.allSatisfy { $0["kind"] != "bounce" }, "\(log)")
    let contacts = CSVText.table(try desk.run("contacts", "list").output)
    #expect(contacts.allSatisfy { $0["state"] == "confirmed" })
    let again = try desk.run("send", "2019-H1", "--relay", "null:", "--json")
    #expect(again.output.contains(#""accepted":\#(readers)"#))
  }

  @Test func aRelayThatDiesMidWay() throws {
    // One letter taken, the next half read, then nobody is there any more.
    let server = try ScriptedServer(
      .greeting() + .message + .envelope + [.readSome(1000), .reset])
    let desk = try Desk.small()
    let result = try desk.run(
      "send", "2019-H1", "--relay", server.url, "--connections", "1", status: nil)
    expectFailure(result, 75, saying: [server.url, "trouble with a letter", "nobody was marked"])
    // What was on the wire when it died is in doubt: the final dot may have arrived.
    #expect(try desk.states() == ["accepted": 1, "in-doubt": 1, "planned": 1])
    let catcher = try CatcherProgram(desk)
    let early = try desk.run("send", "2019-H1", "--relay", catcher.url, status: nil)
    #expect(early.status == 75 && catcher.files.isEmpty, "a minute's rest after the trouble")
  }

  @Test func whatIsInDoubtIsLeftToAPerson() throws {
    let server = try ScriptedServer(.greeting() + .envelope + [.readBody, .reset])
    let desk = try Desk.small(readers: ["ann@readers.test"])
    #expect(try desk.run("send", "2019-H1", "--relay", server.url, status: nil).status == 74)
    #expect(try desk.states() == ["in-doubt": 1])
    let catcher = try CatcherProgram(desk)
    let again = try desk.run("send", "2019-H1", "--relay", catcher.url, status: nil)
    #expect(again.status == 74 && again.output.contains("in doubt"))
    try desk.run("tick", "--relay", catcher.url, status: nil)
    #expect(try catcher.files.isEmpty && desk.states() == ["in-doubt": 1])
  }

  @Test func wrongCredentials() throws {
    let script: [ScriptStep] =
      .greeting("AUTH PLAIN") + [.expect("AUTH PLAIN"), .send("535 5.7.8 who are you?")]
    let server = try ScriptedServer(scripts: [script], further: .repeatLast)
    let desk = try loggingIn(to: server.url)
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", status: nil)
    expectFailure(result, 77, saying: ["login", "535 5.7.8", "secrets/relay-password", "user"])
    for text in [Self.password, Data("\0office\0\(Self.password)".utf8).base64EncodedString()] {
      #expect(!result.errors.contains(text) && !result.output.contains(text))
    }
    #expect(try desk.snapshot() == before)
    #expect(server.conversations.first?.lines.contains { $0.hasPrefix("AUTH PLAIN") } == true)
  }

  @Test func rightCredentialsLogIn() throws {
    let login = Data("\0office\0\(Self.password)".utf8).base64EncodedString()
    let script: [ScriptStep] =
      .greeting("AUTH PLAIN") + [
        .expect("AUTH PLAIN"), .send("334 "), .expect(login), .send("235 2.7.0 welcome"),
      ]
    let server = try ScriptedServer(script + .message.times(3))
    let desk = try loggingIn(to: server.url)
    try desk.run("send", "2019-H1", "--connections", "1")
    #expect(server.problems == [])
    #expect(try desk.states() == ["accepted": 3])
  }

  @Test func aPasswordThatOthersCanRead() throws {
    let server = try ScriptedServer([])
    let desk = try loggingIn(to: server.url, mode: 0o644)
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", status: nil)
    expectFailure(result, 77, saying: ["secrets/relay-password", "by others", "chmod 600"])
    #expect(!result.errors.contains(Self.password) && server.conversations.isEmpty)
    #expect(try desk.snapshot() == before)
    try FileManager.default.removeItem(atPath: desk.path(of: "secrets/relay-password"))
    expectFailure(
      try desk.run("send", "2019-H1", status: nil), 66, saying: ["secrets/relay-password"])
  }

  @Test func aSecondSenderAtTheSameTime() throws {
    let desk = try Desk.small()
    let catcher = try CatcherProgram(desk, script: #"{"server": {"latencyAfterDot": 1500}}"#)
    let first = try desk.start(["send", "2019-H1", "--relay", catcher.url])
    #expect(try waitUntil { try desk.states()["attempting", default: 0] > 0 })
    let second = try desk.run("send", "2019-H1", "--relay", catcher.url, status: nil)
    expectFailure(second, 75, saying: ["another", "sending", "wait"])
    let tick = try desk.run("tick", "--relay", catcher.url)
    #expect(tick.errors == "", "a tick leaves the sending to who does it")
    try first.wait().expecting()
    #expect(try desk.states() == ["accepted": 3])
    #expect(catcher.files.count == 3)
  }

  private static let password = "Korrekt-Pferd-7!"

  private func loggingIn(to url: String, mode: Int = 0o600) throws -> Desk {
    let desk = try Desk.small()
    try desk.edit(
      "solstice.yml", "# url: smtp://mail.example.org:587", "url: \(url)\n  user: office")
    let file = try desk.write(Self.password + "\n", to: "secrets/relay-password")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return desk
  }

  @Test func tickGoesOnWithASendThatMetNoRelay() throws {
    let desk = try Desk.small()
    try desk.run("send", "2019-H1", "--relay", "smtp://127.0.0.1:1", status: 69)
    let catcher = try CatcherProgram(desk)
    try desk.run("tick", "--relay", catcher.url)
    #expect(try desk.states("2019-H1").keys.sorted() == ["accepted"])
  }

  @Test func tickNeverBeginsAMailingByItself() throws {
    let desk = try Desk.small()
    let catcher = try CatcherProgram(desk)
    try desk.run("tick", "--relay", catcher.url)
    #expect(try desk.states("2019-H1").keys.sorted() == ["planned"])
    #expect(try catcher.letters().isEmpty)
  }
}
