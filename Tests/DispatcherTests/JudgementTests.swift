import Dispatcher
import Mail
import Testing

/// Every stage with every kind of answer.
struct JudgementTests {
  enum Kind: String {
    case accepted
    case failed
    case cannotCarry
    case trouble
    case stale
    case doubt
    case takenBack

    init(_ judgement: Judgement) {
      switch judgement {
      case .accepted: self = .accepted
      case .failed: self = .failed
      case .cannotCarry: self = .cannotCarry
      case .relayTrouble: self = .trouble
      case .staleConnection: self = .stale
      case .inDoubt: self = .doubt
      case .takenBack: self = .takenBack
      }
    }
  }

  static let codes: [Int?] = [nil, 220, 250, 251, 354, 421, 450, 451, 452, 500, 535, 550, 552, 554]

  @Test(arguments: SMTPStage.allCases, codes)
  func beforeTheBodyOnANewConnection(stage: SMTPStage, code: Int?) {
    let result = TransportResult(stage: stage, reply: code.flatMap { Samples.reply($0) })
    let speaksOfRecipient = stage == .recipient && code.map { $0 >= 400 && $0 != 421 } == true
    #expect(Kind(.of(result)) == (speaksOfRecipient ? .failed : .trouble))
  }

  @Test(arguments: SMTPStage.allCases, codes)
  func onAReusedConnection(stage: SMTPStage, code: Int?) {
    let result = TransportResult(
      stage: stage, reply: code.flatMap { Samples.reply($0) }, reusedConnection: true)
    let isStale = stage <= .mail && (code == nil || code == 421)
    let speaksOfRecipient = stage == .recipient && code.map { $0 >= 400 && $0 != 421 } == true
    #expect(Kind(.of(result)) == (isStale ? .stale : speaksOfRecipient ? .failed : .trouble))
  }

  @Test(arguments: SMTPStage.allCases)
  func aTimeOutIsNoStaleConnection(stage: SMTPStage) {
    let result = TransportResult(stage: stage, reusedConnection: true, fault: .timedOut)
    #expect(Kind(.of(result)) == .trouble)
  }

  @Test(arguments: [SMTPStage.body, .afterDot], codes)
  func onceTheBodyBegan(stage: SMTPStage, code: Int?) {
    for isReused in [false, true] {
      let result = TransportResult(
        stage: stage, reply: code.flatMap { Samples.reply($0) }, bodyBegan: true,
        reusedConnection: isReused)
      let expected: Kind =
        switch (stage, code) {
        case (.afterDot, .some(200..<300)): .accepted
        case (.afterDot, .some(400..<600)): .failed
        default: .doubt
        }
      #expect(Kind(.of(result)) == expected)
    }
  }

  @Test(arguments: [
    TransportResult.Fault.cannotConnect, .timedOut, .dropped, .tls, .loginFailed, .other,
  ])
  func aFaultAloneIsTroubleBeforeTheBodyAndDoubtAfter(fault: TransportResult.Fault) {
    let early = TransportResult(stage: .data, fault: fault)
    #expect(Kind(.of(early)) == .trouble)
    let late = TransportResult(stage: .body, bodyBegan: true, fault: fault)
    #expect(Kind(.of(late)) == .doubt)
  }

  @Test func ownWordsOfTheProtocol() {
    #expect(Judgement.of(TransportResult(stage: .mail, fault: .noSMTPUTF8)) == .cannotCarry)
    #expect(Judgement.of(TransportResult(stage: .data, takenBack: true)) == .takenBack)
  }

  @Test func aFailureIsJudgedByTheTable() {
    let result = Samples.refused(550, "5.1.1 no such user", at: .recipient)
    guard case .failed(let failure, let reply) = Judgement.of(result) else {
      Issue.record("not a failure")
      return
    }
    #expect(failure.reason == .userUnknown)
    #expect(failure.permanence == .permanent)
    #expect(reply.code == 550)
  }

  @Test func stagesHaveTheirOrder() {
    #expect(SMTPStage.allCases.sorted() == SMTPStage.allCases)
    #expect(Set(SMTPStage.allCases.map(\.phrase)).count == SMTPStage.allCases.count)
  }
}
