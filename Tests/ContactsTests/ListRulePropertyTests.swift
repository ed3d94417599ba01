import Mail
import Testing

@testable import Contacts

/// Rules made at random: what is printed reads back as the same rule, and means the same.
struct ListRulePropertyTests {
  /// A small generator of its own, so that a failure can be repeated by its seed.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  private static let words = [
    "council", "理事", "GPN Singapore", "and", "NOT", "a\"b", "a\\b", "#1", "x:y", "(z)", "ja", "“q”",
    "\\", "é", "a,b", "全角：", "members", "สมาชิก",
  ]
  private static let languages = ["ja", "zh", "zh-Hant", "zh-TW", "日本語", "en", "Korean"]

  private func written(_ depth: Int, _ dice: inout Dice) -> String {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<6, using: &dice)
    switch kind {
    case 1: return "not " + written(depth - 1, &dice)
    case 2: return "(" + written(depth - 1, &dice) + " )"
    case 3: return written(depth - 1, &dice) + " And " + written(depth - 1, &dice)
    case 4: return written(depth - 1, &dice) + "\nor " + written(depth - 1, &dice)
    case 5: return "# a remark\n" + written(depth - 1, &dice)
    default:
      let key = RuleTerm.Key.allCases[Int.random(in: 0..<RuleTerm.Key.allCases.count, using: &dice)]
      let pool = key == .language ? Self.languages : Self.words
      let values = (0..<Int.random(in: 1...3, using: &dice)).map { _ in
        RuleToken.quoted(pool[Int.random(in: 0..<pool.count, using: &dice)])
      }
      return "\(key.rawValue): \(values.joined(separator: ", "))"
    }
  }

  private func someone(_ dice: inout Dice) -> ContactFacts {
    func pick() -> String { Self.words[Int.random(in: 0..<Self.words.count, using: &dice)] }
    return ContactFacts(
      name: pick(), roles: [Role(parsing: pick())].compactMap(\.self),
      member: MemberNames(written: pick(), members: ListRuleTests.members),
      language: Language(
        parsing: Self.languages[Int.random(in: 0..<Self.languages.count, using: &dice)]),
      lists: [pick()])
  }

  @Test(arguments: 0..<20)
  func printedRulesReadBack(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<100 {
      let text = written(6, &dice)
      let rule = try ListRule(parsing: text, file: "x")
      let printed = rule.description
      let again = try ListRule(parsing: printed, file: "x")
      #expect(again == rule, "\(text)")
      #expect(again.description == printed)
      let person = someone(&dice)
      #expect(again.matches(person) == rule.matches(person))
      let opposite = try ListRule(parsing: "not (\(text)\n)", file: "x")
      #expect(opposite.matches(person) != rule.matches(person))
    }
  }

  /// Any bytes give a rule or an error with a place; pieces of the grammar reach deeper than noise.
  @Test(arguments: 0..<20)
  func anyBytesAreRead(seed: Int) {
    var dice = Dice(state: UInt64(seed + 1000))
    let pieces = [
      "role", ":", "council", "and", "or", "not", "(", ")", ",", "\"", "\\", "#", "\n", "\r\n", " ",
      "language", "ja", "、", "\u{FEFF}", "\u{0}", "é",
    ]
    var read = 0
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<30, using: &dice) {
        if Int.random(in: 0..<20, using: &dice) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &dice))
        } else {
          bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &dice)].utf8)
        }
      }
      do throws(ListRuleError) {
        _ = try ListRule(parsing: bytes, file: "x")
        read += 1
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && !error.words.isEmpty)
      }
    }
    #expect(read < 500)
  }
}
