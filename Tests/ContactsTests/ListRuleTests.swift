import Mail
import Testing

@testable import Contacts

struct ListRuleTests {
  static let members = [
    Member(key: "kgpn", name: "Korea Green Paper Network", short: "KGPN", country: "Korea"),
    Member(
      key: "gpn-sg", name: "Green Network Singapore", short: "GPN Singapore", country: "Singapore"),
  ]

  private func facts(
    _ name: String = "", roles: String = "", member: String? = nil, language: String? = nil,
    lists: [String] = []
  ) -> ContactFacts {
    ContactFacts(
      name: name, roles: Role.list(in: roles),
      member: member.map { MemberNames(written: $0, members: Self.members) },
      language: language.flatMap { Language(parsing: $0) }, lists: lists)
  }

  private func rule(_ text: String) throws -> ListRule {
    try ListRule(parsing: text, file: "lists/test.rule")
  }

  private func problem(_ text: String) -> String {
    do {
      return "read as \(try rule(text))"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("role: council", "理事", true), ("role: council", "Council member; GPN", true),
    ("role: council", "advisory", false), ("role: council, advisory", "顧問", true),
    ("role: 理事", "council", true), ("role: Treasurer", "treasurer", true),
    ("role: council", "", false), ("not role: council", "", true),
  ])
  func rolesCompareByMeaning(rule text: String, roles: String, isOn: Bool) throws {
    #expect(try rule(text).matches(facts(roles: roles)) == isOn)
  }

  @Test(arguments: [
    ("member: KGPN", "kgpn", true), ("member: kgpn", "Korea Green Paper Network", true),
    ("member: \"Korea Green Paper Network\"", "KGPN", true), ("member: KGPN", "TGPN", false),
    ("member: TGPN", "tgpn", true), ("member: \"GPN Singapore\"", "gpn singapore", true),
    ("country: Korea", "KGPN", true), ("country: korea", "GPN Singapore", false),
    ("country: Thailand", "TGPN", false), ("member: KGPN, TGPN", "TGPN", true),
  ])
  func membersCompareByName(rule text: String, member: String, isOn: Bool) throws {
    #expect(try rule(text).matches(facts(member: member)) == isOn)
    #expect(try rule("not (\(text))").matches(facts(member: member)) == !isOn)
  }

  @Test(arguments: [
    ("zh", "zh-Hant", true), ("zh", "zh-TW", true), ("zh", "yue", false),
    ("zh-Hant", "zh-TW", true),
    ("zh-Hant", "zh-HK", true), ("zh-Hant", "zh", false), ("zh-Hans", "zh", true),
    ("zh-Hans", "zh-CN", true), ("zh-TW", "zh-Hant", false), ("zh-TW", "zh-TW", true),
    ("ja", "ja", true), ("日本語", "ja", true), ("pt", "pt-BR", true), ("pt-BR", "pt", false),
    ("en, ja", "ja", true), ("en", "ja", false),
  ])
  func languagesByTagOrPrimary(wanted: String, spoken: String, isOn: Bool) throws {
    #expect(try rule("language: \(wanted)").matches(facts(language: spoken)) == isOn)
  }

  @Test func whoHasNoLanguageOrMemberFitsNone() throws {
    #expect(try !rule("language: en or member: KGPN or country: Korea").matches(facts()))
    #expect(try rule("not language: en").matches(facts()))
  }

  @Test func listsAndNames() throws {
    let someone = facts("Suk Kim", lists: ["members", "Board"])
    #expect(try rule("list: board").matches(someone))
    #expect(try rule("list: council or name: \"suk kim\"").matches(someone))
    #expect(try !rule("list: council, observers").matches(someone))
    #expect(try rule("list: Board and member: KGPN, TGPN").lists == ["Board"])
    #expect(try rule("list: Board and member: KGPN, TGPN").members == ["KGPN", "TGPN"])
  }

  /// `not` before `and` before `or`, in every combination of three facts.
  @Test(arguments: 0..<8)
  func precedence(bits: Int) throws {
    let (a, b, c) = (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0)
    let lists = [(a, "a"), (b, "b"), (c, "c")].filter(\.0).map(\.1)
    let person = facts(lists: lists)
    func holds(_ text: String) throws -> Bool { try rule(text).matches(person) }
    #expect(try holds("list: a or list: b and list: c") == (a || (b && c)))
    #expect(try holds("list: a and list: b or list: c") == ((a && b) || c))
    #expect(try holds("not list: a and list: b") == (!a && b))
    #expect(try holds("not (list: a and list: b)") == !(a && b))
    #expect(try holds("NOT not list: a Or (list: b AND list: c)") == (a || (b && c)))
    #expect(try holds("(list: a or list: b) and list: c") == ((a || b) && c))
  }

  @Test(arguments: [
    ("role:council", "role: council"),
    (
      "ROLE: Council , 顧問 AND\n  NOT (NOT language: 日本語)",
      "role: council, advisory and language: ja"
    ),
    ("\u{FEFF}# who decides\r\nrole: council # all of them\r\n", "role: council"),
    (
      "((role: council))or((member: KGPN)and(language: zh-hant))",
      "role: council or member: KGPN and language: zh-Hant"
    ),
    ("member： “GPN Singapore”、KGPN", "member: \"GPN Singapore\", KGPN"),
    (
      "member: \"and\" and name: \"a \\\"b\\\" \\\\ #c\"",
      "member: \"and\" and name: \"a \\\"b\\\" \\\\ #c\""
    ),
    ("role: council, Council", "role: council"),
    (
      "list: a and (list: b and (list: c or (list: d or list: e)))",
      "list: a and list: b and (list: c or list: d or list: e)"
    ),
  ])
  func oneWayOfWriting(text: String, canonical: String) throws {
    #expect(try rule(text).description == canonical)
  }

  @Test(arguments: [
    ("", "1:1: expected a condition, for example role: council, found the end"),
    ("# nothing\n", "2:1: expected a condition, for example role: council, found the end"),
    (
      "rolle: council",
      "1:1: “rolle” is no key; known are role, member, language, country, name and list"
    ),
    ("role council", "1:6: expected “:” after role, found “council”"),
    ("role:", "1:6: expected a value of role, found the end"),
    ("role: council,", "1:15: expected a value of role, found the end"),
    (
      "role: council\nand member: GPN Singapore",
      "2:17: expected “and”, “or” or the end, found “Singapore”; a value of several words needs "
        + "quotes: \"GPN Singapore\""
    ),
    ("(role: council", "1:15: expected “and”, “or” or “)”, found the end"),
    ("role: council)", "1:14: expected “and”, “or” or the end, found “)”"),
    (
      "role: council and",
      "1:18: expected a condition such as role: council, “not” or “(”, found the end"
    ),
    (
      "or role: council",
      "1:1: expected a condition such as role: council, “not” or “(”, found “or”"
    ),
    (
      "role: not",
      "1:7: a value of role was expected; “not” is a word of the grammar: as a value it needs quotes"
    ),
    (
      "language: ja, klingon",
      "1:15: “klingon” is no language that is known; write its tag, such as ja or zh-Hant"
    ),
    ("role: \"\"", "1:7: this value says nothing; name a role"),
    (
      "member: \"GPN\nSingapore\"",
      "1:9: this quote is not closed on its line; end the value with \""
    ),
    (
      "role: a\u{0}b",
      "1:8: a control character (U+0000) has no place in a rule; save the file as plain UTF-8 text"
    ),
  ])
  func errorsTellTheirPlace(text: String, words: String) {
    #expect(problem(text) == "lists/test.rule:\(words)")
  }

  @Test func limits() throws {
    let deep = String(repeating: "not (", count: 50)
    #expect(throws: Never.self) {
      try rule(deep + "role: council" + String(repeating: ")", count: 50))
    }
    for open in ["(", "not "] {
      #expect(
        problem(String(repeating: open, count: 10_000)).hasSuffix(
          "brackets and nots are nested over 100 deep; write it plainer"))
    }
    #expect(problem(String(repeating: "#", count: 70_000)).contains("more than a rule may have"))
    #expect(problem("name: " + String(repeating: "x", count: 101)).contains("at most 100 octets"))
    let long = Array(repeating: "role: council", count: 3_000).joined(separator: " or ")
    #expect(try rule(long).matches(facts(roles: "council")))
  }

  @Test func bytesThatAreNoText() {
    let bytes = Array("role: council\nand member: ".utf8) + [0xFF, 0xFE]
    #expect {
      try ListRule(parsing: bytes, file: "lists/x.rule")
    } throws: {
      "\($0)" == "lists/x.rule:2:13: this is not UTF-8 text; save the file as UTF-8 once more"
    }
  }
}
