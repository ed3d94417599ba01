import Dispatcher
import Mail
import TestSupport
import Testing

@testable import CurlMail

@Suite struct ConnectionReuseTests {
  @Test func aConnectionIsKeptForTheNextLetter() throws {
    let server = try ScriptedServer([ScriptStep].greeting() + [ScriptStep].message.times(3))
    let connection = try connect(server)
    for number in 0..<3 {
      let result = connection.deliver(letter(), envelope: try envelope()) { true }
      #expect(result.reusedConnection == (number > 0))
      guard case .accepted = Judgement.of(result) else {
        Issue.record("letter \(number): \(result)")
        return
      }
    }
    connection.close()
    #expect(server.waitUntilOver())
    #expect(server.conversations.count == 1)
    #expect(server.problems == [])
  }

  @Test func aRefusedRecipientDoesNotHarmTheNext() throws {
    let refusal: [ScriptStep] = [
      .expect("MAIL"), .send("250 ok"), .expect("RCPT"), .send("550 5.1.1 no such user"),
    ]
    let server = try ScriptedServer(
      scripts: [
        [ScriptStep].greeting() + [ScriptStep].message + refusal,
        [ScriptStep].greeting() + [ScriptStep].message,
      ])
    let connection = try connect(server)
    var kinds: [String] = []
    for _ in 0..<3 {
      let result = connection.deliver(letter(), envelope: try envelope()) { true }
      switch Judgement.of(result) {
      case .accepted: kinds.append("accepted")
      case .failed: kinds.append("failed")
      default: kinds.append("\(result)")
      }
    }
    connection.close()
    #expect(kinds == ["accepted", "failed", "accepted"])
  }

  @Test func anIdle421IsTheRelaysHabit() throws {
    let server = try ScriptedServer(
      scripts: [
        [ScriptStep].greeting() + [ScriptStep].message + [
          .send("421 4.4.2 idle too long"), .close,
        ],
        [ScriptStep].greeting() + [ScriptStep].message,
      ])
    let connection = try connect(server)
    _ = connection.deliver(letter(), envelope: try envelope()) { true }
    #expect(server.waitUntilOver())
    var asked = 0
    let stale = connection.deliver(letter(), envelope: try envelope()) {
      asked += 1
      return true
    }
    // libcurl may notice the closed connection by itself and open a new one.
    if Judgement.of(stale) == .staleConnection {
      #expect(asked == 0)
      let again = connection.deliver(letter(), envelope: try envelope()) { true }
      guard case .accepted = Judgement.of(again) else {
        Issue.record("after a stale connection: \(again)")
        return
      }
    } else if case .accepted = Judgement.of(stale) {
      #expect(server.conversations.count == 2)
    } else {
      Issue.record("an idle 421 was judged as \(Judgement.of(stale)): \(stale)")
    }
    connection.close()
  }

  @Test func aLateReplyIsNeverChargedToTheNextLetter() throws {
    let late = [ScriptStep].envelope + [.readBody, .sendAfter(1800, "554 5.7.1 refused, but late")]
    let server = try ScriptedServer(
      scripts: [
        [ScriptStep].greeting() + late, [ScriptStep].greeting() + [ScriptStep].message,
      ])
    let connection = try connect(server, replyTimeout: 1)
    let first = connection.deliver(letter(), envelope: try envelope()) { true }
    #expect(Judgement.of(first) == .inDoubt)
    let second = connection.deliver(letter(), envelope: try envelope()) { true }
    guard case .accepted = Judgement.of(second) else {
      Issue.record("the late reply was charged to the next letter: \(second)")
      return
    }
    #expect(!second.reusedConnection)
    connection.close()
  }

  @Test func anInternationalAddressNeedsSMTPUTF8() throws {
    let international = try envelope(to: "用户@例子.test")
    let plain = try ScriptedServer([ScriptStep].greeting("8BITMIME") + [.expectEnd])
    let refused = try connect(plain).deliver(letter(), envelope: international) { true }
    #expect(refused.fault == .noSMTPUTF8)
    #expect(Judgement.of(refused) == .cannotCarry)
    #expect(plain.waitUntilOver())
    #expect(plain.conversations.first?.lines.contains { $0.hasPrefix("MAIL") } == false)

    let able = try ScriptedServer([ScriptStep].greeting("SMTPUTF8") + .message)
    let connection = try connect(able)
    let taken = connection.deliver(letter(), envelope: international) { true }
    connection.close()
    guard case .accepted = Judgement.of(taken) else {
      Issue.record("\(taken)")
      return
    }
    #expect(able.waitUntilOver())
    let lines = able.conversations.first?.lines ?? []
    #expect(lines.contains { $0.contains("SMTPUTF8") })
    #expect(lines.contains("RCPT TO:<用户@xn--fsqu00a.test>"))
  }

  @Test func whatAnEarlierGreetingOfferedIsKnownOnAKeptConnection() throws {
    let server = try ScriptedServer([ScriptStep].greeting("8BITMIME") + .message)
    let connection = try connect(server)
    _ = connection.deliver(letter(), envelope: try envelope()) { true }
    let result = connection.deliver(letter(), envelope: try envelope(to: "用户@x.test")) { true }
    #expect(Judgement.of(result) == .cannotCarry)
    connection.close()
  }

  @Test func aWrongPasswordIsToldAsSuch() throws {
    let server = try ScriptedServer(
      scripts: [
        [ScriptStep].greeting("AUTH PLAIN LOGIN") + [
          .expect("AUTH"), .send("535 5.7.8 wrong name or password"),
        ]
      ])
    let settings = RelaySettings(
      url: try RelayURL(parsing: server.url), login: RelayLogin(user: "me", password: "secret"))
    let connection = try CurlTransport(settings: settings).makeConnection()
    let result = connection.deliver(letter(), envelope: try envelope()) { true }
    #expect(result.stage == .authentication)
    #expect(result.fault == .loginFailed)
    #expect(!"\(result)".contains("secret"))
    var breaker = CircuitBreaker()
    guard case .loginFailed = breaker.take(result) else {
      Issue.record("\(result)")
      return
    }
  }

  @Test func aRelayThatMustEncryptAndDoesNotIsRefused() throws {
    let server = try ScriptedServer([ScriptStep].greeting() + [.expectEnd])
    let settings = RelaySettings(url: try RelayURL(parsing: server.url), tls: .required)
    let connection = try CurlTransport(settings: settings).makeConnection()
    let result = connection.deliver(letter(), envelope: try envelope()) { true }
    #expect(result.fault == .tls)
    #expect(!result.bodyBegan)
  }
}
