import Dispatcher
import Newsroom
import Testing

/// The line that tells how far a send has come.
struct SendProgressTests {
  private static func summary(
    accepted: Int, refused: Int = 0, deferred: Int = 0, inDoubt: Int = 0
  ) -> DispatchSummary {
    var summary = DispatchSummary()
    summary.accepted = accepted
    summary.refused = refused
    summary.deferred = deferred
    summary.inDoubt = inDoubt
    return summary
  }

  @Test func tellsEverythingInTheOrderOfTheLook() {
    var progress = SendProgress(due: 400)
    progress.take(
      Self.summary(accepted: 90, refused: 6, deferred: 3, inDoubt: 1), at: 5, isStopping: false)
    #expect(
      progress.line(width: 120)
        == "█████░░░░░░░░░░░░░░░ 100 of 400 · 20/s · 6 refused · 3 deferred · 1 in doubt · 15 s left"
    )
    #expect(
      progress.plain == "100 of 400, 20/s, 6 refused, 3 deferred, 1 in doubt, 15 s left")
  }

  @Test func theRateIsThatOfTheLastSeconds() {
    var progress = SendProgress(due: 10_000)
    for second in 1...20 {
      progress.take(Self.summary(accepted: second * 100), at: Double(second), isStopping: false)
    }
    for second in 21...40 {
      progress.take(
        Self.summary(accepted: 2000 + second - 20), at: Double(second), isStopping: false)
    }
    #expect(progress.plain == "2020 of 10000, 1.0/s, 2 h 13 min left")
  }

  @Test(arguments: [10, 20, 40, 60, 79, 80, 200])
  func neverWraps(_ width: Int) {
    var progress = SendProgress(due: 1_000_000)
    progress.take(
      Self.summary(accepted: 700_000, refused: 12_345, deferred: 23_456, inDoubt: 50), at: 100,
      isStopping: true)
    #expect(progress.line(width: width).count < max(width, 11))
  }

  @Test func saysThatItStops() {
    var progress = SendProgress(due: 10)
    progress.take(Self.summary(accepted: 4), at: 2, isStopping: true)
    #expect(progress.plain == "4 of 10, 2.0/s, stopping after the letters on the wire")
  }

  @Test func holdsWithNothingDoneAndNothingDue() {
    var progress = SendProgress(due: 0)
    progress.take(Self.summary(accepted: 0), at: 0, isStopping: false)
    #expect(progress.plain == "0 of 0, 0/s")
  }
}
