/// Why a test's surroundings could not be had: what was missing, and what to type.
package struct SupportError: Error, Hashable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
