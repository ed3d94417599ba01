import Composer
import Testing

@testable import Newsroom

@Suite struct AllowanceDecisionTests {
  private static func finding(
    _ code: String, _ level: Finding.Level = .error, _ language: String = "en"
  ) -> Finding {
    Finding(
      code: code, level: level, title: "T", reason: "why", place: "news/a.md:3", language: language)
  }

  @Test func errorsOfTheCodesAreAcceptedAndOthersStop() {
    let findings = [
      Self.finding("contrast"), Self.finding("contrast", .error, "ja"),
      Self.finding("placeholder"), Self.finding("subject-length", .warning),
    ]
    let decision = AllowanceDecision(codes: ["contrast", "alt-missing"], findings: findings)
    #expect(decision.accepted.map(\.language) == ["en", "ja"])
    #expect(decision.stopping.map(\.code) == ["placeholder"])
    #expect(decision.unused == ["alt-missing"])
  }

  @Test func anUnknownCodeNamesTheKnownOnes() throws {
    let problem = #expect(throws: Problem.self) { try AllowanceDecision.codes(["contrst"]) }
    #expect(problem?.code == .usage)
    #expect(problem?.message.contains("There is no check “contrst”") == true)
    #expect(problem?.message.contains("alt-missing, ") == true)
    #expect(problem?.message.contains("unsubscribe-missing") == false)
    #expect(try AllowanceDecision.codes(["placeholder", "placeholder"]) == ["placeholder"])
  }

  @Test(arguments: ["line-end", "line-too-long", "unsubscribe-missing"])
  func whatIsBrokenIsNeverAllowed(code: String) {
    let problem = #expect(throws: Problem.self) { try AllowanceDecision.codes([code]) }
    #expect(problem?.code == .usage)
    #expect(problem?.message.contains("\(code) can't be allowed") == true)
  }

  @Test func aRefusalSaysWhatFailedAndHowToGoOn() {
    let tags = ["en", "ja", "ko"]
    let decision = AllowanceDecision(
      codes: [], findings: tags.map { Self.finding("placeholder", .error, $0) })
    #expect(
      decision.refusal(of: "2019-H1") == """
        2019-H1 can't be approved: 1 check failed.
          news/a.md:3: why [placeholder] (in three languages)
        Mend this and compose again, or accept it in your name: approve 2019-H1 … --allow placeholder
        """)
    let final = AllowanceDecision(codes: [], findings: [Self.finding("line-end")])
    #expect(final.refusal(of: "2019-H1").hasSuffix("it can't be allowed."))
  }
}
