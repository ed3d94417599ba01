import Dispatcher
import FoundationEssentials
import Mail
import Testing

struct OutcomeDecisionTests {
  let decision = OutcomeDecision()
  let now = Samples.start

  private func step(
    _ result: TransportResult, tries: Int = 0, firstTry: Date? = nil, troubles: Int = 0,
    othersPass: Bool = true
  ) throws -> Outcome.Step? {
    try outcome(
      result, tries: tries, firstTry: firstTry, troubles: troubles, othersPass: othersPass)?.step
  }

  private func outcome(
    _ result: TransportResult, tries: Int = 0, firstTry: Date? = nil, troubles: Int = 0,
    othersPass: Bool = true
  ) throws -> Outcome? {
    let delivery = try Samples.delivery(7, tries: tries, firstTry: firstTry, troubles: troubles)
    let outcome = decision.outcome(
      for: delivery, result: result, othersPass: othersPass, now: now)
    if let outcome {
      #expect(outcome.delivery == 7)
      #expect(outcome.at == now)
      #expect(outcome.stage == result.stage)
      #expect(outcome.reply == result.reply)
    }
    return outcome
  }

  @Test func plainOutcomes() throws {
    #expect(try step(Samples.accepted) == .accepted)
    #expect(try step(Samples.lost) == .inDoubt)
    #expect(try step(Samples.staleConnection) == nil)
    #expect(try step(TransportResult(stage: .data, takenBack: true)) == .takenBack)
    #expect(try outcome(Samples.lost)?.note?.contains("connection lost") == true)
  }

  @Test func theRecipientsOwnReplyCounts() throws {
    for stage in [SMTPStage.recipient, .afterDot] {
      let gone = try outcome(Samples.refused(550, "5.1.1 no such user", at: stage))
      #expect(gone?.step == .refused)
      #expect(gone?.failure?.reason == .userUnknown)
      let later = Samples.refused(450, "4.2.0 later", at: stage)
      #expect(try step(later) == .deferred(until: now.addingTimeInterval(300)))
      #expect(try step(later, tries: 2) == .deferred(until: now.addingTimeInterval(1800)))
      let fourDaysAgo = now.addingTimeInterval(-4 * 86400)
      #expect(try step(later, tries: 9, firstTry: fourDaysAgo) == .refused)
      #expect(try step(later, tries: 8, firstTry: fourDaysAgo) != .refused)
      #expect(try step(later, tries: 9, firstTry: now) != .refused)
    }
  }

  @Test func anAddressThatTheRelayCannotCarry() throws {
    let outcome = try outcome(TransportResult(stage: .mail, fault: .noSMTPUTF8))
    #expect(outcome?.step == .refused)
    #expect(outcome?.note?.contains("SMTPUTF8") == true)
    #expect(outcome?.failure?.reason.speaksAgainstContact == false)
  }

  @Test func relayTroubleGoesBackWithGrowingWaits() throws {
    for (troubles, wait) in [(0, 60.0), (1, 300), (2, 900), (9, 900)] {
      let step = try step(Samples.unreachable, troubles: troubles, othersPass: false)
      #expect(step == .back(until: now.addingTimeInterval(wait)))
    }
  }

  @Test func theThirdTroubleWhileOthersPassDefers() throws {
    #expect(try step(Samples.droppedAtMail, troubles: 1) == .back(until: now + 300))
    let third = try outcome(Samples.droppedAtMail, troubles: 2)
    #expect(third?.step == .deferred(until: now + 900))
    #expect(third?.failure?.reason == .network)
    #expect(third?.failure?.permanence == .temporary)
    #expect(third?.note == "connection lost")
    // Classed by the reply where one came.
    let byReply = try outcome(Samples.refused(451, "4.7.28 rate limit", at: .mail), troubles: 2)
    #expect(byReply?.failure?.reason == .rateLimited)
  }

  /// Whatever the relay says of itself, at whatever stage and how often: nobody is refused for it.
  @Test(arguments: SMTPStage.allCases)
  func nobodyIsRefusedForTheRelaysTrouble(stage: SMTPStage) throws {
    let faults: [TransportResult.Fault?] = [
      nil, .cannotConnect, .timedOut, .dropped, .tls, .loginFailed, .other,
    ]
    for code in JudgementTests.codes {
      for fault in faults {
        for isReused in [false, true] {
          for troubles in [0, 2, 50] {
            let result = TransportResult(
              stage: stage, reply: code.flatMap { Samples.reply($0, "5.1.1 user unknown") },
              reusedConnection: isReused, fault: fault)
            if case .failed = Judgement.of(result) { continue }
            let step = try step(
              result, tries: 30, firstTry: now.addingTimeInterval(-90 * 86400),
              troubles: troubles)
            #expect(step != .refused)
            #expect(step != .accepted)
            #expect(step != .inDoubt, "no body had begun")
          }
        }
      }
    }
  }
}
