import Mail
import Testing

@testable import Contacts

struct ConfidenceTests {
  let judge = AddressJudge()

  @Test(arguments: [
    ("suk@kgpn.example", Confidence.sure), (" suk@kgpn.example", .sure),
    ("mailto:suk@kgpn.example", .sure), ("Suk <suk@kgpn.example>", .sure),
    ("ｓｕｋ@kgpn.example", .sure), ("suk@kgpn.example;", .sure), ("suk(at)kgpn.example", .likely),
    ("suk@kgpn,example", .likely), ("suk@@kgpn.example", .likely), ("suk@kg pn.example", .likely),
    ("suk@kgpn..example", .likely), (" suk at kgpn.example", .likely),
  ])
  func theLeastSureRepairDecides(written: String, confidence: Confidence) {
    let verdict = judge.judge(written)
    #expect(verdict.usable?.wire == "suk@kgpn.example")
    #expect(verdict.confidence == confidence, "\(verdict)")
    #expect(verdict.suggestionConfidence == nil)
  }

  @Test(arguments: [
    ("suk@gmial.com", Confidence.likely), ("suk@kgpn.con", .likely), ("suk@gmailcom", .likely),
    ("suk kim@kgpn.example", .guess), ("a..b@kgpn.example", .guess), ("john#gmail.com", .likely),
    ("suk@kgpn co kr", .guess),
  ])
  func suggestionsHaveOneToo(written: String, confidence: Confidence) {
    let verdict = judge.judge(written)
    #expect(verdict.suggestion != nil)
    #expect(verdict.usable == nil)
    #expect(verdict.suggestionConfidence == confidence)
  }

  @Test func everyRepairHasItsWords() {
    #expect(Set(Repair.allCases.map(\.title)).count == Repair.allCases.count)
    #expect(Confidence.guess < .likely && .likely < Confidence.sure)
    #expect(Set(RepairStep.all.map(\.repair)).isSuperset(of: Repair.allCases))
  }
}
