/// Who is on a list that no file names: `role: council and not (member: KGPN or language: ja)`.
///
/// Kept in `lists/NAME.rule`, with `#` for remarks. Keys are `role`, `member`, `language`,
/// `country`, `name` and `list` (confirmed on that list); of several values, one must fit.
package struct ListRule: Hashable, Sendable, CustomStringConvertible {
  /// Larger is no rule that a person wrote.
  package static let largest = 65_536

  private let expression: RuleExpression

  /// Reads the bytes of a file; anything that is no rule is told with its place.
  package init(parsing bytes: [UInt8], file: String) throws(ListRuleError) {
    guard bytes.count <= Self.largest else {
      throw ListRuleError(
        file: file, line: 1, column: 1,
        words: "\(bytes.count) octets are more than a rule may have (\(Self.largest))")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if !text.utf8.elementsEqual(bytes) { throw Self.notText(text, file: file) }
    try self.init(parsing: text, file: file)
  }

  package init(parsing text: String, file: String) throws(ListRuleError) {
    guard text.utf8.count <= Self.largest else {
      throw ListRuleError(
        file: file, line: 1, column: 1,
        words: "\(text.utf8.count) octets are more than a rule may have (\(Self.largest))")
    }
    var plain = text[...]
    if plain.unicodeScalars.first == "\u{FEFF}" { plain.unicodeScalars.removeFirst() }
    expression = try RuleParser.parse(String(plain), file: file)
  }

  package func matches(_ facts: ContactFacts) -> Bool { expression.matches(facts) }

  /// The rule in one line, in the one way of writing it.
  package var description: String { expression.description }

  /// The members that it names, as written.
  package var members: [String] { values(of: .member) }
  /// The lists that it builds on, as written.
  package var lists: [String] { values(of: .list) }

  /// Whether names of people count: else they need not be read.
  package var asksForNames: Bool { expression.terms.contains { $0.key == .name } }

  /// Whether a list of this name is meant by `list: written`.
  package static func isSameList(_ name: String, _ written: String) -> Bool {
    RuleTerm.meaning(name, .list) == RuleTerm.meaning(written, .list)
  }

  private func values(of key: RuleTerm.Key) -> [String] {
    expression.terms.filter { $0.key == key }.flatMap(\.values)
  }

  private static func notText(_ text: String, file: String) -> ListRuleError {
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { break }
      column = scalar == "\n" ? 1 : column + 1
      line += scalar == "\n" ? 1 : 0
    }
    return ListRuleError(
      file: file, line: line, column: column,
      words: "this is not UTF-8 text; save the file as UTF-8 once more")
  }
}
