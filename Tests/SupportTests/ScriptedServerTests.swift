import Glibc
import TestSupport
import Testing

@Suite struct ScriptedServerTests {
  @Test func playsItsScriptAndWritesDownTheClient() throws {
    let server = try ScriptedServer(.greeting("SMTPUTF8", "SIZE") + [ScriptStep].message)
    let client = try RawClient(port: server.port)
    #expect(client.reply() == "220 scripted.test ESMTP")
    #expect(client.say("EHLO me.test") == "250 SIZE")
    #expect(client.say("MAIL FROM:<a@x.test>") == "250 2.1.0 sender ok")
    #expect(client.say("RCPT TO:<b@x.test>") == "250 2.1.5 recipient ok")
    #expect(client.say("DATA") == "354 go on")
    #expect(client.say("A: b\r\n\r\n..dots\r\n.") == "250 2.0.0 taken")
    #expect(client.say("QUIT") == "221 2.0.0 bye")
    #expect(server.waitUntilOver())
    let said = try #require(server.conversations.first)
    #expect(
      said.lines == [
        "EHLO me.test", "MAIL FROM:<a@x.test>", "RCPT TO:<b@x.test>", "DATA", "QUIT",
      ])
    #expect(said.bodies == [Array("A: b\r\n\r\n..dots\r\n".utf8)])
    #expect(server.problems == [])
  }

  @Test func tellsWhereTheClientLeftTheScript() throws {
    let server = try ScriptedServer(.greeting() + [ScriptStep].message)
    let client = try RawClient(port: server.port)
    _ = client.reply()
    _ = client.say("EHLO me.test")
    #expect(client.say("RSET") == nil)
    #expect(server.waitUntilOver())
    #expect(server.problems == ["expected MAIL, got: RSET"])
  }

  @Test func aClientThatGoesAwayIsAProblem() throws {
    let server = try ScriptedServer(.greeting() + .envelope + [.readBody])
    do {
      let client = try RawClient(port: server.port)
      client.write("EHLO me\r\nMAIL FROM:<>\r\nRCPT TO:<b@x.test>\r\nDATA\r\nhalf a li")
      for _ in 0..<5 { _ = client.reply() }
    }
    #expect(server.waitUntilOver())
    #expect(server.problems == ["step 10, readBody: the client closed the connection"])
    #expect(server.conversations.first?.bodies == [Array("half a li".utf8)])
  }

  @Test func stallsAndAnswersLate() throws {
    let server = try ScriptedServer([.stall(150), .sendAfter(150, "220-slow\n220 scripted.test")])
    let clock = ContinuousClock()
    let begin = clock.now
    let client = try RawClient(port: server.port)
    #expect(client.line() == "220-slow")
    #expect(client.line() == "220 scripted.test")
    #expect(clock.now - begin >= .milliseconds(290))
    #expect(client.say("QUIT") == "221 2.0.0 bye")
  }

  @Test func closesAndResets() throws {
    let server = try ScriptedServer(scripts: [
      [.send("421 go away"), .close], [.expect("EHLO"), .reset],
      [.sendBytes([50, 50]), .expectEnd],
    ])
    let first = try RawClient(port: server.port)
    #expect(first.line() == "421 go away")
    #expect(first.line() == nil)
    #expect(errno == 0)
    let second = try RawClient(port: server.port)
    #expect(second.say("EHLO me") == nil)
    #expect(errno == ECONNRESET)
    _ = try RawClient(port: server.port)
    #expect(server.waitUntilOver(3))
    #expect(server.problems == [])
    // No script is left.
    #expect(waitUntil { (try? RawClient(port: server.port)) == nil })
  }

  @Test func leavesTheRestOfABodyUnread() throws {
    let server = try ScriptedServer([.readSome(10), .send("451 enough"), .close])
    let client = try RawClient(port: server.port)
    client.write("0123456789abcdef")
    #expect(client.line() == "451 enough")
    #expect(server.conversations.first?.bodies == [Array("0123456789".utf8)])
  }

  @Test func canRepeatItsLastScriptForever() throws {
    let server = try ScriptedServer(scripts: [[.send("554 no"), .close]], further: .repeatLast)
    for _ in 0..<3 { #expect(try RawClient(port: server.port).line() == "554 no") }
  }
}
