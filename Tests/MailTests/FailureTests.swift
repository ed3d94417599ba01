import Mail
import TestSupport
import Testing

struct FailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let status: String?
    let code: Int?
    let text: String
    let reason: FailureReason
    let permanence: Permanence
    let toldBy: Failure.ToldBy

    init(
      _ status: String?, _ code: Int?, _ text: String, _ reason: FailureReason,
      _ permanence: Permanence, _ toldBy: Failure.ToldBy
    ) {
      self.status = status
      self.code = code
      self.text = text
      self.reason = reason
      self.permanence = permanence
      self.toldBy = toldBy
    }

    var testDescription: String {
      "\(status ?? "-") \(code.map(String.init) ?? "-") \(text)"
    }
  }

  static let cases: [Case] = [
    // The enhanced status decides, whatever code and words say.
    Case("5.1.1", 550, "", .userUnknown, .permanent, .enhancedStatus),
    Case("5.1.1", 450, "", .userUnknown, .permanent, .enhancedStatus),
    Case("4.1.1", 550, "", .userUnknown, .temporary, .enhancedStatus),
    Case("5.1.2", nil, "", .domainUnknown, .permanent, .enhancedStatus),
    Case("5.1.10", 556, "", .domainUnknown, .permanent, .enhancedStatus),
    Case("5.1.6", 551, "", .moved, .permanent, .enhancedStatus),
    Case("5.2.1", 550, "", .mailboxDisabled, .permanent, .enhancedStatus),
    Case("4.2.2", 452, "", .mailboxFull, .temporary, .enhancedStatus),
    Case("5.2.2", 552, "user unknown", .mailboxFull, .permanent, .enhancedStatus),
    Case("5.2.3", 552, "", .tooBig, .permanent, .enhancedStatus),
    Case("5.3.4", 552, "", .tooBig, .permanent, .enhancedStatus),
    Case("4.4.1", nil, "", .network, .temporary, .enhancedStatus),
    Case("5.4.7", nil, "", .expired, .permanent, .enhancedStatus),
    Case("5.5.2", 500, "", .protocolError, .permanent, .enhancedStatus),
    Case("4.7.28", 421, "", .rateLimited, .temporary, .enhancedStatus),
    Case("5.7.26", 550, "", .authentication, .permanent, .enhancedStatus),
    // A general status leaves the reason to the words, but not whether it is for good.
    Case("5.0.0", 550, "user unknown", .userUnknown, .permanent, .enhancedStatus),
    Case("5.7.1", 554, "relay access denied", .relayDenied, .permanent, .enhancedStatus),
    Case("5.7.1", 554, "", .policy, .permanent, .enhancedStatus),
    Case("4.7.1", 451, "user unknown", .userUnknown, .temporary, .enhancedStatus),
    Case("4.3.0", 451, "", .system, .temporary, .enhancedStatus),
    Case("5.2.0", 550, "", .mailboxDisabled, .permanent, .enhancedStatus),
    // A status of success says nothing of a failure.
    Case("2.0.0", 550, "", .userUnknown, .permanent, .code),
    // Then the code.
    Case(nil, 550, "", .userUnknown, .permanent, .code),
    Case(nil, 450, "", .system, .temporary, .code),
    Case(nil, 451, "user unknown", .userUnknown, .temporary, .code),
    Case(nil, 452, "", .mailboxFull, .temporary, .code),
    Case(nil, 500, "", .protocolError, .permanent, .code),
    Case(nil, 535, "", .authentication, .permanent, .code),
    Case(nil, 551, "", .moved, .permanent, .code),
    Case(nil, 554, "", .policy, .permanent, .code),
    Case(nil, 556, "", .domainUnknown, .permanent, .code),
    Case(nil, 599, "", .other, .permanent, .code),
    Case(nil, 499, "", .other, .temporary, .code),
    Case(nil, 550, "mailbox full", .mailboxFull, .permanent, .code),
    // Then the words.
    Case(nil, nil, "No such user here", .userUnknown, .permanent, .text),
    Case(nil, nil, "Mailbox full", .mailboxFull, .temporary, .text),
    Case(nil, nil, "Account has been disabled", .mailboxDisabled, .permanent, .text),
    Case(nil, nil, "Host not found", .domainUnknown, .permanent, .text),
    Case(nil, nil, "listed at Spamhaus: blocked using zen", .blocked, .permanent, .text),
    Case(nil, nil, "administrative prohibition", .policy, .permanent, .text),
    Case(nil, nil, "content rejected", .spamContent, .permanent, .text),
    Case(nil, nil, "message too large", .tooBig, .permanent, .text),
    Case(nil, nil, "too many connections", .rateLimited, .temporary, .text),
    Case(nil, nil, "retry timeout exceeded", .expired, .permanent, .text),
    Case(nil, nil, "relaying denied", .relayDenied, .permanent, .text),
    Case(nil, nil, "DMARC failure", .authentication, .permanent, .text),
    Case(nil, nil, "connection timed out", .network, .temporary, .text),
    Case(nil, nil, "internal error", .system, .temporary, .text),
    Case(nil, nil, "the user has moved", .moved, .permanent, .text),
    // What nothing tells is temporary.
    Case(nil, nil, "", .other, .temporary, .unknown),
    Case(nil, nil, "qwertz", .other, .temporary, .unknown),
    Case(nil, 250, "", .other, .temporary, .unknown),
    Case(nil, 354, "qwertz", .other, .temporary, .unknown),
    Case(nil, 650, "", .other, .temporary, .unknown),
    Case("2.1.5", nil, "", .userUnknown, .temporary, .unknown),
  ]

  @Test(arguments: cases)
  func judges(example: Case) {
    let failure = Failure.judge(
      status: example.status.flatMap { EnhancedStatus(parsing: $0) }, code: example.code,
      text: example.text)
    #expect(failure.permanence == example.permanence)
    #expect(failure.toldBy == example.toldBy)
    // A status of success names no reason worth pinning.
    if example.status != "2.1.5" { #expect(failure.reason == example.reason) }
    #expect(failure.status?.description == example.status)
  }

  @Test func eachReasonIsReached() {
    let reached = Set(Self.cases.map(\.reason))
    #expect(Set(FailureReason.allCases).subtracting(reached).isEmpty)
  }

  @Test func fewReasonsSpeakAgainstAContact() {
    let against = FailureReason.allCases.filter(\.speaksAgainstContact)
    #expect(Set(against) == [.userUnknown, .domainUnknown, .mailboxDisabled, .moved])
    #expect(Set(FailureReason.allCases.map(\.phrase)).count == FailureReason.allCases.count)
  }

  @Test func aReplyIsJudgedByItsOwnStatus() throws {
    let reply = try #require(Reply(code: 550, lines: ["5.2.2 over quota"]))
    #expect(Failure.judge(reply).reason == .mailboxFull)
    let liar = try #require(Reply(code: 450, lines: ["5.1.1 user unknown"]))
    #expect(Failure.judge(liar).permanence == .temporary, "a status of another class is no status")
  }

  @Test func hostileWordsAreRead() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = Failure.judge(status: nil, code: nil, text: String(decoding: bytes, as: UTF8.self))
    }
    let long = String(repeating: "user \u{301}", count: 200_000)
    #expect(Failure.judge(status: nil, code: nil, text: long).permanence == .temporary)
  }
}
