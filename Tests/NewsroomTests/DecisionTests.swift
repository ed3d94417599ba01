import Bounces
import Dispatcher
import Foundation
import Testing

@testable import Newsroom

@Suite struct DecisionTests {
  @Test(
    arguments: [
      (nil, "en"), ("", "en"), ("en-SG", "en"), ("ja", "ja"), ("JA", "ja"), ("zh-TW", "zh-Hant"),
      ("zh-HK", "zh-Hant"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-Hant", "zh-Hant"),
      ("fr", "en"), ("??", "en"),
    ] as [(String?, String)])
  func everyReaderGetsTheNearestLanguage(wanted: String?, given: String) {
    #expect(LanguageChoice(["en", "ja", "zh-Hans", "zh-Hant"]).best(wanted) == given)
  }

  @Test(
    arguments: [
      ([], .done), ([.done], .done), ([.needsPerson, .tryLater], .tryLater),
      ([.tryLater, .unavailable], .unavailable), ([.needsPerson], .needsPerson),
      ([.unavailable, .cannotWrite, .noPermission], .noPermission),
      ([.configuration, .bug], .bug), ([.badData], .badData),
    ] as [([ExitCode], ExitCode)])
  func theGravestExitCodeCounts(codes: [ExitCode], result: ExitCode) {
    #expect(ExitCode.gravest(codes) == result)
  }

  @Test(arguments: [
    ("catcher:", RelayChoice.catcher, true), ("null:", .null, true),
    ("maildir:/tmp/x", .maildir("/tmp/x"), true),
  ])
  func trialRelaysAreKnown(text: String, choice: RelayChoice, isTrial: Bool) throws {
    let read = try RelayChoice(parsing: text)
    #expect(read == choice)
    #expect(read.isTrial == isTrial)
  }

  @Test(arguments: ["maildir:", "ftp://x", "", "smtp://a:b@c"])
  func otherRelaysAreUsageErrors(text: String) {
    let problem = #expect(throws: Problem.self) { try RelayChoice(parsing: text) }
    #expect(problem?.code == .usage)
  }

  @Test func aPlayedClockGoesOnFromItsMoment() throws {
    let clock = try WorkspaceClock(setTo: "2019-06-24T09:00:00+08:00")
    let moment = try #require(try? Date.ISO8601FormatStyle().parse("2019-06-24T01:00:00Z"))
    #expect(abs(clock.now().timeIntervalSince(moment)) < 60)
  }

  @Test(arguments: ["2019", "yesterday", "2019-02-30T00:00:00Z", "2019-06-24 09:00"])
  func aMomentThatIsNoneIsTold(text: String) {
    let problem = #expect(throws: Problem.self) { try WorkspaceClock(setTo: text) }
    #expect(problem?.code == .usage)
    #expect(problem?.message.contains("2019-06-24T09:00:00+08:00") == true)
  }

  @Test func theDateHeaderFollowsRFC5322() throws {
    let moment = try #require(try? Date.ISO8601FormatStyle().parse("2019-06-24T01:00:07Z"))
    let shanghai = try #require(TimeZone(identifier: "Asia/Shanghai"))
    #expect(MailDateText(zone: shanghai).text(moment) == "Mon, 24 Jun 2019 09:00:07 +0800")
    let newfoundland = try #require(TimeZone(identifier: "America/St_Johns"))
    #expect(MailDateText(zone: newfoundland).text(moment) == "Sun, 23 Jun 2019 22:30:07 -0230")
  }

  @Test func theSendSummaryEndsAsItsRowsDo() {
    func code(_ counts: [DeliveryState: Int], trip: CircuitBreaker.Trip? = nil) -> ExitCode {
      var run = DispatchSummary()
      run.trip = trip
      return SendSummary(
        edition: "2019-H1", planned: 3, counts: counts, seconds: 1, run: run, recovered: 0,
        nextDue: nil, relay: "smtp://127.0.0.1:1", isTrial: false, place: nil
      ).exitCode
    }
    #expect(code([.accepted: 1, .refused: 1, .cancelled: 1]) == .done)
    #expect(code([.accepted: 2, .deferred: 1]) == .tryLater)
    #expect(code([.accepted: 2, .inDoubt: 1]) == .needsPerson)
    #expect(code([.deferred: 2, .inDoubt: 1]) == .tryLater)
    #expect(code([.planned: 3], trip: .unreachable(words: "no")) == .unavailable)
    #expect(code([.planned: 3], trip: .loginFailed(words: "no")) == .noPermission)
  }
}
