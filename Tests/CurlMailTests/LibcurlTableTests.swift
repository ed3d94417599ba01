import Dispatcher
import Mail
import TestSupport
import Testing

@testable import CurlMail

/// DESIGN part 7, "What libcurl does": each row pinned against a scripted conversation.
@Suite struct LibcurlTableTests {
  @Test(arguments: ["550 5.7.1 not you", "451 4.3.0 not now"])
  func aReplyToMAILIsTheRelaysTrouble(reply: String) throws {
    let script = [ScriptStep].greeting() + [.expect("MAIL"), .send(reply)]
    let result = try deliver(script)
    #expect(result.stage == .mail)
    #expect(result.reply?.description == reply)
    #expect(!result.bodyBegan)
    #expect(Judgement.of(result) == .relayTrouble)
  }

  @Test(arguments: ["550 5.1.1 no such user", "451 4.7.1 greylisted", "552 5.2.2 full"])
  func aReplyToRCPTIsAboutTheRecipient(reply: String) throws {
    let script =
      [ScriptStep].greeting()
      + [.expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send(reply)]
    let result = try deliver(script)
    #expect(result.stage == .recipient)
    #expect(result.reply?.description == reply)
    guard case .failed(let failure, _) = Judgement.of(result) else {
      Issue.record("judged as \(Judgement.of(result))")
      return
    }
    #expect(failure.permanence == (reply.hasPrefix("5") ? .permanent : .temporary))
  }

  @Test func aRefusedDATAIsTheRelaysTrouble() throws {
    let script =
      [ScriptStep].greeting()
      + [
        .expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send("250 ok"), .expect("DATA"),
        .send("554 5.5.1 no valid recipients"),
      ]
    let result = try deliver(script)
    #expect(result.stage == .data)
    #expect(result.reply?.code == 554)
    #expect(Judgement.of(result) == .relayTrouble)
  }

  @Test(arguments: ["554 5.7.1 no service for you", "421 4.3.2 too busy"])
  func aRefusalInTheGreetingIsTheRelaysTrouble(reply: String) throws {
    let result = try deliver([.send(reply)])
    #expect(result.stage == .greeting)
    #expect(result.reply?.description == reply)
    #expect(Judgement.of(result) == .relayTrouble)
  }

  @Test(arguments: ["554 5.6.0 content refused", "451 4.3.0 disk full"])
  func aRefusalAfterTheDotIsAboutTheDelivery(reply: String) throws {
    let script = [ScriptStep].greeting() + .envelope + [.readBody, .send(reply)]
    let result = try deliver(script)
    #expect(result.stage == .afterDot)
    #expect(result.bodyBegan)
    #expect(result.reply?.description == reply)
    guard case .failed = Judgement.of(result) else {
      Issue.record("judged as \(Judgement.of(result))")
      return
    }
  }

  @Test(arguments: ["250 2.0.0 queued", "251 2.0.0 forwarded", "200 fine"])
  func anyPositiveReplyAfterTheDotIsAcceptance(reply: String) throws {
    let script = [ScriptStep].greeting() + .envelope + [.readBody, .send(reply)]
    let result = try deliver(script)
    guard case .accepted(let taken) = Judgement.of(result) else {
      Issue.record("judged as \(Judgement.of(result)), fault \(String(describing: result.fault))")
      return
    }
    #expect(taken.description == reply)
  }

  @Test func a421AtRCPTIsTheRelaysTrouble() throws {
    let script =
      [ScriptStep].greeting()
      + [.expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send("421 4.3.2 closing"), .close]
    let result = try deliver(script)
    #expect(result.reply?.code == 421)
    #expect(!result.bodyBegan)
    #expect(Judgement.of(result) == .relayTrouble)
  }

  @Test func aConnectionDroppedBeforeDATASurelySentNothing() throws {
    let script =
      [ScriptStep].greeting()
      + [
        .expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send("250 ok"), .expect("DATA"), .close,
      ]
    var asked = 0
    let result = try deliver(script) {
      asked += 1
      return true
    }
    #expect(asked == 0)
    #expect(!result.bodyBegan)
    #expect(Judgement.of(result) == .relayTrouble)
  }

  @Test func droppedAfterTheBodyIsInDoubt() throws {
    let result = try deliver([ScriptStep].greeting() + .envelope + [.readBody, .close])
    #expect(result.bodyBegan)
    #expect(Judgement.of(result) == .inDoubt)
  }

  @Test func droppedInTheMiddleOfTheBodyIsInDoubt() throws {
    let result = try deliver(
      [ScriptStep].greeting() + .envelope + [.readSome(1000), .reset],
      message: letter(size: 3_000_000))
    #expect(result.bodyBegan)
    #expect(Judgement.of(result) == .inDoubt)
  }

  @Test func timedOutAfterTheBodyIsInDoubt() throws {
    let script = [ScriptStep].greeting() + .envelope + [.readBody, .stall(3000)]
    let result = try deliver(script, replyTimeout: 1)
    #expect(result.fault == .timedOut)
    #expect(Judgement.of(result) == .inDoubt)
  }

  @Test func theRowIsTakenBackWithoutAByteOfTheBody() throws {
    let server = try ScriptedServer([ScriptStep].greeting() + .envelope + [.readBody])
    let connection = try connect(server)
    let result = connection.deliver(letter(), envelope: try envelope()) { false }
    connection.close()
    #expect(result.takenBack)
    #expect(Judgement.of(result) == .takenBack)
    #expect(server.waitUntilOver())
    #expect(server.conversations.first?.bodies.allSatisfy(\.isEmpty) != false)
  }

  @Test func everyReplyLineIsKept() throws {
    let script =
      [ScriptStep].greeting() + .envelope
      + [.readBody, .send("250-2.0.0 first\n250-2.0.0 second\n250 2.0.0 third")]
    let result = try deliver(script)
    #expect(result.reply?.lines == ["2.0.0 first", "2.0.0 second", "2.0.0 third"])
  }

  @Test func dotsAreStuffedAndSIZEIsTold() throws {
    let server = try ScriptedServer([ScriptStep].greeting("SIZE 1000000") + .message)
    let connection = try connect(server)
    let body = Array("Subject: x\r\n\r\n.one\r\n..two\r\n".utf8)
    _ = connection.deliver(body, envelope: try envelope()) { true }
    connection.close()
    #expect(server.waitUntilOver())
    let said = try #require(server.conversations.first)
    #expect(said.bodies == [Array("Subject: x\r\n\r\n..one\r\n...two\r\n".utf8)])
    #expect(said.lines.contains { $0.contains("SIZE=\(body.count)") })
  }

  @Test func aProxyOfTheEnvironmentIsNotUsed() throws {
    let result = try deliver([ScriptStep].greeting() + .message)
    #expect(result.stage == .afterDot)
  }

  @Test func anUnreachableRelayIsTold() throws {
    let url = try RelayURL(parsing: "smtp://127.0.0.1:1")
    let connection = try CurlTransport(settings: RelaySettings(url: url)).makeConnection()
    let result = connection.deliver(letter(), envelope: try envelope()) { true }
    #expect(result.fault == .cannotConnect)
    #expect(result.stage == .connect)
    #expect(Judgement.of(result) == .relayTrouble)
  }
}
