/// Why a rule can't be read: the place and what was expected there.
package struct ListRuleError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int
  /// What is wrong and what to write instead.
  package let words: String

  package var description: String { "\(file):\(line):\(column): \(words)" }
}
