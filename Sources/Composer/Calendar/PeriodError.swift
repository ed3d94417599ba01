/// A text that names no period.
package struct PeriodError: Error, Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package var description: String {
    "\"\(text)\" is no period: write 2019-H1 (half-year), 2019-Q2 (quarter) or 2019-06 (month)"
  }
}
