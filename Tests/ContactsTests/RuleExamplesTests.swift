import Mail
import Testing

@testable import Contacts

/// Every rule and repair brings its own examples; adding one adds its test.
struct RuleExamplesTests {
  let judge = AddressJudge()

  @Test(arguments: AddressRule.all.map { ($0.code, $0.fires, $0.passes) })
  func ruleFiresOnItsExample(code: String, fires: String, passes: String) {
    #expect(judge.judge(fires).code == code)
    #expect(judge.judge(passes).kind == .ok)
  }

  @Test(arguments: RepairStep.all.map { ($0.repair, $0.before, $0.after) })
  func repairMendsItsExample(repair: Repair, before: String, after: String) {
    let verdict = judge.judge(before)
    #expect(verdict.kind == .fixed)
    #expect(verdict.address?.description == after)
    #expect(verdict.repairs.contains(repair))
    #expect(judge.judge(after).kind == .ok)
  }

  @Test func codesAreUnique() {
    let codes = AddressRule.all.map(\.code) + Repair.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
  }
}
