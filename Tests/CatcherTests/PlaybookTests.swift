import Testing

@testable import Catcher

/// Which rule decides.
struct PlaybookTests {
  private func verdict(
    _ rules: String, at stage: CatcherStage = .rcpt, sender: String = "news@list.test",
    recipient: String? = "anna@reader.test", tally: Tally = Tally()
  ) throws -> Playbook.Verdict {
    let script = try CatcherScript(json: Array("{\"rules\": [\(rules)]}".utf8))
    let scene = Playbook.Scene(connection: 1, sender: sender, recipient: recipient)
    return try Playbook(script).verdict(at: stage, scene, tally: tally)
  }

  private func code(_ verdict: Playbook.Verdict) -> Int? {
    guard case .refuse(_, let reply) = verdict.decision else { return nil }
    return reply.code
  }

  @Test func theFirstThatActsHere() throws {
    let rules = """
      {"recipient": "ben@reader.test", "refuse": "550 x"},
      {"recipient": "anna@reader.test", "refuse": "551 x", "at": "dot"},
      {"sender": "*@list.test", "refuse": "552 x"},
      {"recipient": "*", "refuse": "553 x"}, {"recipient": "*", "refuse": "554 x", "at": "mail"}
      """
    #expect(code(try verdict(rules)) == 552)
    #expect(code(try verdict(rules, at: .dot)) == 551)
    #expect(code(try verdict(rules, sender: "x@else.test")) == 553)
    #expect(code(try verdict(rules, sender: "", recipient: "ben@reader.test")) == 550)
    #expect(code(try verdict(rules, at: .mail, recipient: nil)) == 554)
    #expect(code(try verdict(rules, at: .data)) == nil)
  }

  @Test func theNullSender() throws {
    let rules = #"{"sender": "<>", "refuse": "550 x", "at": "mail"}"#
    #expect(code(try verdict(rules, at: .mail, sender: "", recipient: nil)) == 550)
    #expect(code(try verdict(rules, at: .mail, recipient: nil)) == nil)
  }

  @Test func waitsAddUp() throws {
    let rules = """
      {"recipient": "*@reader.test", "late": 5, "at": "rcpt"},
      {"recipient": "*", "late": 7, "at": "rcpt"},
      {"recipient": "anna@reader.test", "refuse": "450 x"},
      {"recipient": "*", "late": 11, "at": "rcpt"}
      """
    let verdict = try verdict(rules)
    #expect(verdict.wait == 12)
    #expect(code(verdict) == 450)
  }

  @Test func timesAreCountedByAddress() throws {
    let rules = """
      {"recipient": "*", "defer": "451 x", "times": 1}, {"recipient": "*", "defer": "452 x"}
      """
    let tally = Tally()
    #expect(code(try verdict(rules, tally: tally)) == 451)
    #expect(code(try verdict(rules, tally: tally)) == 452)
    #expect(code(try verdict(rules, recipient: "ben@reader.test", tally: tally)) == 451)
  }

  @Test(.timeLimit(.minutes(1))) func manyRulesCostNoMoreThanFew() throws {
    let rules = (0..<50_000).compactMap { number in
      CatcherRule(
        recipient: "r\(number)@reader.test", .refuse(at: .rcpt, CatcherReply(550, "\(number)")))
    }
    let playbook = try Playbook(CatcherScript(rules: rules))
    for number in 0..<50_000 {
      let scene = Playbook.Scene(connection: 1, sender: "", recipient: "r\(number)@reader.test")
      let verdict = playbook.verdict(at: .rcpt, scene, tally: Tally())
      #expect(verdict.decision == .refuse(at: .rcpt, CatcherReply(550, "\(number)")))
    }
  }

  @Test(arguments: [
    ("550 5.1.1 No", CatcherReply(550, "5.1.1 No")), ("250 a\nb", CatcherReply(250, "a", "b")),
    ("550 ", CatcherReply(550, "")), ("550", nil), ("5500 x", nil), ("x", nil), ("+50 x", nil),
    ("199 x", nil), ("600 x", nil), ("550 a\r\nb", nil), ("550 a\u{1}", nil), ("", nil),
  ])
  func replies(text: String, reply: CatcherReply?) {
    #expect(CatcherReply(parsing: text) == reply)
  }

  @Test func wireForms() {
    let reply = CatcherReply(550, "5.1.1 No", "5.x not a status", "\rend\n")
    #expect(reply.wire() == "550-5.1.1 No\r\n550-5.x not a status\r\n550  end \r\n")
    #expect(reply.wire(enhanced: false) == "550-No\r\n550-5.x not a status\r\n550  end \r\n")
  }
}
