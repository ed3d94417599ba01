import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: ServerNeed.postfix.shouldRun, "\(ServerNeed.postfix)"))
struct PostfixServerTests {
  /// Each test has its own: two side by side must not disturb each other.
  private func start(hops: [String: Int] = [:]) throws -> PostfixServer {
    var setup = PostfixSetup(mailboxes: ["li@mailbox.test", "b@bounce.test", "@any.test"])
    setup.hops = hops
    return try PostfixServer.start(setup)
  }

  /// Hands over a message; returns the last reply, to RCPT where that was no 250.
  private func send(
    to recipient: String, from sender: String = "b+t0ken@bounce.test", through port: Int
  ) throws -> String? {
    let client = try RawClient(port: port)
    #expect(client.reply()?.hasPrefix("220 relay.test") == true)
    _ = client.say("EHLO me.test")
    #expect(client.say("MAIL FROM:<\(sender)>")?.hasPrefix("250") == true)
    let answer = client.say("RCPT TO:<\(recipient)>")
    guard answer?.hasPrefix("250") == true else { return answer }
    _ = client.say("DATA")
    return client.say("Subject: Hi\r\nMessage-ID: <one@mailbox.test>\r\n\r\nText\r\n.")
  }

  @Test func deliversKnowsItsReadersAndStops() throws {
    let postfix = try start()
    #expect(try send(to: "li@mailbox.test", through: postfix.port)?.hasPrefix("250 2.0.0") == true)
    #expect(try send(to: "li+x@mailbox.test", through: postfix.port)?.hasPrefix("250") == true)
    #expect(try send(to: "anna@any.test", through: postfix.port)?.hasPrefix("250") == true)
    #expect(
      try send(to: "nobody@mailbox.test", through: postfix.port)?.hasPrefix("550 5.1.1") == true)
    #expect(
      try send(to: "li@elsewhere.example", through: postfix.port)?.hasPrefix("554 5.7.1") == true)
    #expect(try postfix.waitForMessages(2, in: "li@mailbox.test"), "\(postfix.log)")
    #expect(try postfix.waitForMessages(1, in: "@any.test"))
    let messages = try postfix.messages(in: "li@mailbox.test")
    #expect(messages.contains { $0.contains("X-Original-To: li+x@mailbox.test") })
    let message = try #require(messages.first { $0.contains("X-Original-To: li@mailbox.test") })
    #expect(message.contains("Return-Path: <b+t0ken@bounce.test>"))
    #expect(message.contains("Message-ID: <one@mailbox.test>"))

    postfix.stop()
    #expect(!FreePort.isTaken(postfix.port))
    postfix.stop()
  }

  @Test func writesARealReportForAnUnknownReader() throws {
    let postfix = try start()
    #expect(try send(to: "gone@later.test", through: postfix.port)?.hasPrefix("250") == true)
    #expect(try postfix.waitForMessages(1, in: "b@bounce.test"), "\(postfix.log)")
    let report = try #require(try postfix.messages(in: "b@bounce.test").first)
    #expect(report.contains("Return-Path: <>"))
    #expect(report.contains("X-Original-To: b+t0ken@bounce.test"))
    #expect(report.contains("report-type=delivery-status"))
    #expect(report.contains("Final-Recipient: rfc822; gone@later.test"))
    #expect(report.contains("Action: failed"))
    #expect(report.contains("Status: 5.1.1"))
    #expect(report.contains("Remote-MTA: dns; 127.0.0.1"))
    #expect(report.contains("Message-ID: <one@mailbox.test>"))
  }

  @Test func handsOnToAServerOfTheTest() throws {
    let hop = try ScriptedServer(
      scripts: [
        .greeting() + [
          .expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send("552 5.2.2 mailbox full"),
        ]
      ])
    let postfix = try start(hops: ["hop.test": hop.port])
    #expect(try send(to: "li@hop.test", through: postfix.port)?.hasPrefix("250") == true)
    #expect(try postfix.waitForMessages(1, in: "b@bounce.test"), "\(postfix.log)")
    let report = try #require(try postfix.messages(in: "b@bounce.test").first)
    #expect(report.contains("Status: 5.2.2"))
    #expect(report.contains("mailbox full"))
    #expect(hop.problems == [])
    #expect(hop.conversations.first?.lines.contains("RCPT TO:<li@hop.test>") == true)
  }

  @Test func carriesInternationalAddresses() throws {
    var setup = PostfixSetup(mailboxes: ["用户@mailbox.test"])
    setup.laterUnknownDomains = []
    let postfix = try PostfixServer.start(setup)
    let client = try RawClient(port: postfix.port)
    _ = client.reply()
    _ = client.say("EHLO me.test")
    _ = client.say("MAIL FROM:<> SMTPUTF8")
    #expect(client.say("RCPT TO:<用户@mailbox.test>")?.hasPrefix("250") == true)
    #expect(client.say("RCPT TO:<没有@mailbox.test>")?.hasPrefix("550") == true)
    _ = client.say("DATA")
    #expect(client.say("Subject: x\r\n\r\n.")?.hasPrefix("250") == true)
    #expect(try postfix.waitForMessages(1, in: "用户@mailbox.test"), "\(postfix.log)")
  }

  @Test func endsWithItsOwner() throws {
    let owner = try Program("/bin/sleep", arguments: ["600"]).start()
    let postfix = try PostfixServer.start(
      PostfixSetup(mailboxes: ["li@mailbox.test"]), owner: owner.pid)
    #expect(FreePort.isTaken(postfix.port))
    try owner.kill()
    #expect(waitUntil { !FreePort.isTaken(postfix.port) })
  }
}
