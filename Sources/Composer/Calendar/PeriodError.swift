/// A text that names no period.
package struct PeriodError: Error, Hashable, Sendable, CustomStringConvertible {
  package let text: String
  /// The names of the workspace's own periods.
  package let known: [String]

  package var description: String {
    let own = known.isEmpty ? "" : "; periods: in solstice.yml has \(known.joined(separator: ", "))"
    return "\"\(text)\" is no period: write 2019-H1 (half-year), 2019-Q2 (quarter) or 2019-06 "
      + "(month)\(own)"
  }
}
