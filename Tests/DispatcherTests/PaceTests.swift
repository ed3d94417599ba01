import Dispatcher
import FoundationEssentials
import Testing

struct PaceTests {
  let now = Samples.start

  /// Attempts that began so many seconds ago.
  private func allowance(_ pace: Pace, begun: [TimeInterval]) -> Int {
    pace.allowance(now: now) { since in
      begun.filter { now.addingTimeInterval(-$0) > since }.count
    }
  }

  @Test func noLimitIsNoLimit() {
    #expect(Pace().isUnlimited)
    #expect(allowance(Pace(), begun: [1, 2, 3]) == .max)
  }

  @Test func eachWindowLimits() {
    #expect(allowance(Pace(perMinute: 10), begun: [1, 59, 61]) == 8)
    #expect(allowance(Pace(perHour: 10), begun: [1, 59, 3599, 3601]) == 7)
    #expect(allowance(Pace(perDay: 10), begun: [1, 3601, 86_399, 86_401]) == 7)
    #expect(Pace(perDay: 0).windows.map(\.limit) == [0])
  }

  @Test func theTightestWindowDecides() {
    let pace = Pace(perMinute: 5, perHour: 6, perDay: 100)
    #expect(!pace.isUnlimited)
    #expect(allowance(pace, begun: []) == 5)
    #expect(allowance(pace, begun: [100, 100, 100]) == 3)
    #expect(allowance(pace, begun: [1, 100, 100]) == 3)
    #expect(allowance(pace, begun: [1, 1, 1, 1]) == 1)
  }

  @Test func neverBelowNothing() {
    #expect(allowance(Pace(perMinute: 2), begun: [1, 1, 1, 1]) == 0)
    #expect(allowance(Pace(perMinute: 0), begun: []) == 0)
    #expect(allowance(Pace(perHour: -5), begun: []) == 0)
  }

  @Test func anErrorComesThrough() {
    #expect(throws: TestError.self) {
      try Pace(perDay: 1).allowance(now: now) { _ in throw TestError(description: "no") }
    }
  }
}
