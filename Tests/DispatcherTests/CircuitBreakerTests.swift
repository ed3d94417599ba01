import Dispatcher
import Mail
import Testing

struct CircuitBreakerTests {
  @Test(arguments: [SMTPStage.connect, .greeting, .hello, .startTLS, .authentication])
  func firstContactTripsAtOnce(stage: SMTPStage) {
    var silent = CircuitBreaker()
    #expect(silent.take(TransportResult(stage: stage, fault: .dropped, words: "gone")) != nil)
    var refusing = CircuitBreaker()
    let trip = refusing.take(Samples.refused(554, "5.7.1 not you", at: stage))
    if stage == .connect {
      #expect(trip != nil)
    } else {
      #expect(
        trip == Samples.reply(554, "5.7.1 not you").map { .refusedUs(stage: stage, reply: $0) })
    }
    #expect(!refusing.hasPassed)
  }

  @Test func anUnreachableRelayIsCalledSo() {
    var breaker = CircuitBreaker()
    #expect(breaker.take(Samples.unreachable) == .unreachable(words: "connection refused"))
    var mute = CircuitBreaker()
    let greeting = TransportResult(stage: .greeting, fault: .timedOut, words: "no greeting")
    #expect(mute.take(greeting) == .unreachable(words: "no greeting"))
  }

  @Test(arguments: [SMTPStage.mail, .recipient, .data])
  func laterStagesNeedFiveInARow(stage: SMTPStage) {
    var breaker = CircuitBreaker()
    let trouble = TransportResult(stage: stage, fault: .dropped, words: "gone")
    for _ in 1...4 { #expect(breaker.take(trouble) == nil) }
    #expect(breaker.take(trouble) == .keepsFailing(stage: stage, words: "gone"))
  }

  @Test func doubtCountsToo() {
    var breaker = CircuitBreaker()
    for _ in 1...4 { #expect(breaker.take(Samples.lost) == nil) }
    #expect(breaker.take(Samples.lost) == .keepsFailing(stage: .body, words: "connection lost"))
  }

  @Test func successResetsTheCount() {
    var breaker = CircuitBreaker()
    for _ in 1...20 {
      for _ in 1...4 { #expect(breaker.take(Samples.droppedAtMail) == nil) }
      #expect(breaker.take(Samples.accepted) == nil)
    }
    #expect(breaker.hasPassed)
  }

  /// A refusal of the recipient is an answer of a working relay.
  @Test(arguments: [SMTPStage.recipient, .afterDot])
  func aRecipientsRefusalPasses(stage: SMTPStage) {
    var breaker = CircuitBreaker()
    for _ in 1...100 {
      #expect(breaker.take(Samples.refused(550, "5.1.1 no", at: stage)) == nil)
    }
    #expect(breaker.hasPassed)
  }

  @Test func onceSomethingPassedTheConnectionMayFailFourTimes() {
    var breaker = CircuitBreaker()
    #expect(breaker.take(Samples.accepted) == nil)
    for _ in 1...4 { #expect(breaker.take(Samples.unreachable) == nil) }
    #expect(breaker.take(Samples.unreachable) == .unreachable(words: "connection refused"))
  }

  @Test func staleAndTakenBackCountNothing() {
    var breaker = CircuitBreaker(limit: 2)
    for _ in 1...10 {
      #expect(breaker.take(Samples.staleConnection) == nil)
      #expect(breaker.take(TransportResult(stage: .data, takenBack: true)) == nil)
    }
    #expect(!breaker.hasPassed)
    #expect(breaker.take(Samples.droppedAtMail) == nil)
    #expect(breaker.take(Samples.staleConnection) == nil)
    #expect(breaker.take(Samples.droppedAtMail) != nil, "they do not reset it either")
  }

  @Test func aFailedLoginTripsAtAnyTime() {
    var breaker = CircuitBreaker()
    #expect(breaker.take(Samples.accepted) == nil)
    let login = TransportResult(
      stage: .authentication, reply: Samples.reply(535, "5.7.8 no"), fault: .loginFailed)
    #expect(breaker.take(login) == .loginFailed(words: "535 5.7.8 no"))
    let tls = TransportResult(stage: .startTLS, fault: .tls, words: "bad certificate")
    #expect(breaker.take(tls) == .tls(words: "bad certificate"))
  }

  @Test func aStormOf421Trips() {
    var breaker = CircuitBreaker()
    #expect(breaker.take(Samples.accepted) == nil)
    let storm = Samples.refused(421, "4.3.2 going down", at: .recipient)
    for _ in 1...4 { #expect(breaker.take(storm) == nil) }
    #expect(
      breaker.take(storm)
        == storm.reply.map { .refusedUs(stage: .recipient, reply: $0) })
  }
}
