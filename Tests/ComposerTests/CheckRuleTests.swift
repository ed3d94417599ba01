import Mail
import Testing

@testable import Composer

@Suite struct CheckRuleTests {
  @Test(arguments: CheckExamples.striking)
  func strikesAtItsExample(example: CheckExample) throws {
    let rule = try #require(CheckRule.all.first { $0.code == example.code })
    let finding = try example.findings().first { $0.code == example.code }
    #expect(finding?.level == rule.level)
    #expect(finding?.place.isEmpty == false && finding?.reason.isEmpty == false)
  }

  @Test(arguments: CheckExamples.harmless)
  func staysStillAtWhatIsRight(example: CheckExample) throws {
    #expect(try example.findings().filter { $0.code == example.code }.isEmpty)
  }

  @Test func everyRuleHasAnExampleOfBoth() {
    let all = CheckRule.all.map(\.code)
    #expect(Set(all).count == all.count)
    for examples in [CheckExamples.striking, CheckExamples.harmless] {
      #expect(Set(examples.map(\.code)) == Set(all))
    }
  }

  @Test func everyRuleSaysWhatToDo() {
    for rule in CheckRule.all {
      #expect(rule.advice.hasSuffix(".") && rule.advice.count < 120, "\(rule.code)")
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.code)")
      #expect(!rule.isFinal || rule.level == .error, "\(rule.code)")
    }
  }

  @Test func aGoodLetterHasNoFindings() throws {
    #expect(try CheckExample(code: "none").findings().isEmpty)
    #expect(try Samples.compose().findings.isEmpty)
  }

  /// A field that nobody knows is told once, and not as a placeholder, too.
  @Test(arguments: ["Dear {{nmae}}", "{{#name}}Dear", "{{}}", "{{ name }}", "}}"])
  func nothingIsToldTwice(body: String) throws {
    let findings = try CheckExample(code: "", body: body).findings().filter {
      ["placeholder", "field-unknown", "field-empty"].contains($0.code)
    }
    #expect(findings.count <= 1, "\(findings)")
  }

  @Test func checksAreWrittenAsJSON() throws {
    let letter = try CheckExample(code: "x", body: "One.\n\nTODO").compose()
    let json = String(decoding: try ChecksFile.write([letter, letter]), as: UTF8.self)
    #expect(json.contains("\"code\" : \"placeholder\""))
    #expect(json.contains("\"place\" : \"2019-03-21-a.md:7\""))
  }
}
