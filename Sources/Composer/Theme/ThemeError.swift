/// What is missing or wrong in a theme.
package struct ThemeError: Error, Sendable, CustomStringConvertible {
  package let theme: String
  package let problems: [SourceProblem]

  package var description: String {
    "theme \(theme):\n" + problems.map { "  \($0)" }.joined(separator: "\n")
  }
}
