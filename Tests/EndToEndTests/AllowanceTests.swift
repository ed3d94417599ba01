import Foundation
import TestSupport
import Testing

/// Errors of the checks stop an approval; a person may accept them by code, and that is kept.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct AllowanceTests {
  private static let file = "news/2019/2019-03-01-well.md"

  /// A workspace whose edition has one error: a placeholder on line 7.
  private static func desk() throws -> Desk {
    let desk = try Desk.small(approved: false)
    try desk.edit(file, "eleven metres", "TODO metres")
    try desk.run("compose", "2019-H1")
    return desk
  }

  private static func approve(_ desk: Desk, _ more: String...) throws -> ProgramResult {
    try desk.run(["approve", "2019-H1", "--by", "Ada Example"] + more, status: nil)
  }

  @Test func anErrorStopsTheApprovalAndSaysHowToAcceptIt() throws {
    let desk = try Self.desk()
    let before = try desk.snapshot()
    expectFailure(
      try Self.approve(desk), 65,
      saying: ["can't be approved", "\(Self.file):7", "[placeholder]", "--allow placeholder"])
    expectFailure(
      try Self.approve(desk, "--allow", "alt-missing"), 65, saying: ["--allow placeholder"])
    #expect(try desk.snapshot() == before)
  }

  @Test func anAcceptedErrorIsKeptAndShown() throws {
    let desk = try Self.desk()
    let result = try Self.approve(desk, "--allow", "placeholder")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Accepted by Ada Example"))
    #expect(result.output.contains("\(Self.file):7"))
    #expect(try desk.states() == ["planned": 3])
    let again = try Self.approve(desk, "--allow", "placeholder", "--json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(again.output.utf8))
    #expect(answer.accepted.map(\.code) == ["placeholder"])
    #expect(answer.accepted.map(\.place) == ["\(Self.file):7"])
    #expect(answer.unusedAllowances.isEmpty)
  }

  @Test func whatWasNotNeededIsTold() throws {
    let desk = try Self.desk()
    let codes = ["--allow", "placeholder", "--allow", "alt-missing", "--allow", "site-missing"]
    let text = try desk.run(["approve", "2019-H1", "--by", "Ada"] + codes).output
    #expect(text.contains("--allow alt-missing was not needed: that check found nothing"))
    #expect(text.contains("--allow site-missing was not needed: a warning stops nothing"))
    let json = try desk.run(["approve", "2019-H1", "--by", "Ada", "--json"] + codes).output
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
    #expect(answer.unusedAllowances == ["alt-missing", "site-missing"])
  }

  @Test func codesThatCannotBeAccepted() throws {
    let desk = try Self.desk()
    let before = try desk.snapshot()
    expectFailure(
      try Self.approve(desk, "--allow", "nonsense"), 64,
      saying: ["no check “nonsense”", "placeholder", "solstice checks"])
    expectFailure(
      try Self.approve(desk, "--allow", "unsubscribe-missing"), 64,
      saying: ["unsubscribe-missing can't be allowed"])
    #expect(try desk.snapshot() == before)
  }

  @Test func aLetterWithoutAWayOutIsNeverApproved() throws {
    let desk = try Desk.small(approved: false)
    let template = "templates/igpn/newsletter.txt.mustache"
    try desk.write(
      desk.read(template).replacingOccurrences(of: "{{leave_url}}", with: ""), to: template)
    try desk.run("compose", "2019-H1", status: nil)
    let result = try Self.approve(desk)
    #expect(result.status != 0 && !result.errors.contains("--allow unsubscribe-missing"))
  }

  @Test func theChecksAreListed() throws {
    let folder = try TemporaryFolder(named: "bare")
    let program = try SolsticeBinary.program(home: folder)
    let text = try program.run(["checks"]).expecting().output
    let json = try program.run(["checks", "--json"]).expecting().output
    let list = try JSONDecoder().decode(List.self, from: Data(json.utf8))
    #expect(list.checks.count > 40)
    for check in list.checks {
      #expect(text.contains("  \(check.code) ") && text.contains("      \(check.advice)\n"))
      #expect(!check.allowable || check.level == "error")
    }
    let leave = list.checks.first { $0.code == "unsubscribe-missing" }
    #expect(leave?.level == "error" && leave?.allowable == false)
    #expect(list.checks.contains { $0.code == "placeholder" && $0.allowable })
  }

  private struct Answer: Decodable {
    struct Accepted: Decodable {
      let code: String
      let place: String
    }
    let accepted: [Accepted]
    let unusedAllowances: [String]
  }

  private struct List: Decodable {
    struct Check: Decodable {
      let code: String
      let level: String
      let allowable: Bool
      let title: String
      let advice: String
    }
    let checks: [Check]
  }
}
