import Dispatcher
import FoundationEssentials
import Mail
import Testing

struct RetryPolicyTests {
  let policy = RetryPolicy.standard
  let now = Samples.start

  private func failure(
    _ permanence: Permanence, _ reason: FailureReason = .system
  ) -> Failure {
    Failure(reason: reason, permanence: permanence, status: nil, toldBy: .code)
  }

  private func wait(_ reason: FailureReason, tries: Int) -> TimeInterval? {
    let decision = policy.decide(
      failure(.temporary, reason), tries: tries, firstTry: now, now: now)
    guard case .retry(let due) = decision else { return nil }
    return due.timeIntervalSince(now)
  }

  @Test(arguments: FailureReason.allCases)
  func permanentFailuresEndAtOnce(reason: FailureReason) {
    let decision = policy.decide(failure(.permanent, reason), tries: 1, firstTry: now, now: now)
    #expect(decision == .giveUp)
  }

  @Test(arguments: FailureReason.allCases)
  func temporaryFailuresAreTriedAgain(reason: FailureReason) {
    let wait = wait(reason, tries: 1)
    #expect(wait == (reason == .rateLimited ? 1800 : 300))
  }

  @Test func waitsGrowAndTheLastRepeats() {
    let minutes = (1...12).map { wait(.system, tries: $0).map { $0 / 60 } }
    #expect(minutes == [5, 15, 30, 60, 120, 240, 480, 480, 480, 480, 480, 480])
    let slow = (1...7).map { wait(.rateLimited, tries: $0).map { $0 / 60 } }
    #expect(slow == [30, 60, 120, 240, 480, 480, 480])
    #expect(wait(.system, tries: 0) == 300)
    #expect(wait(.system, tries: -3) == 300)
  }

  @Test(arguments: [
    (9, 4.0, false), (9, 40.0, false), (10, 3.99, false), (10, 4.0, true), (11, 3.0, false),
    (100, 3.99, false), (11, 5.0, true),
  ])
  func expiryNeedsTriesAndDays(tries: Int, days: Double, ends: Bool) {
    let decision = policy.decide(
      failure(.temporary), tries: tries, firstTry: now.addingTimeInterval(-days * 86400), now: now)
    #expect((decision == .giveUp) == ends)
  }

  @Test func troubleWaits() {
    #expect([0, 1, 2, 3, 4, 50].map(policy.troubleWait) == [60, 60, 300, 900, 900, 900])
  }

  @Test func anEmptyTableStillWaits() {
    var policy = policy
    policy.waits = []
    let decision = policy.decide(failure(.temporary), tries: 3, firstTry: now, now: now)
    #expect(decision == .retry(at: now.addingTimeInterval(300)))
  }
}
