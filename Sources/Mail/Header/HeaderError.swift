/// Why a text can't stand in a header.
package struct HeaderError: Error, Hashable, Sendable, CustomStringConvertible {
  package let header: String
  package let reason: String

  package init(header: String, reason: String) {
    self.header = header
    self.reason = reason
  }

  package var description: String { "header \(header): \(reason)" }
}
