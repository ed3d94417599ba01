/// Why a text is not a mail address: a stable code and a sentence for people.
package struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
  package let code: AddressProblem
  package let reason: String

  package init(_ code: AddressProblem, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  package var description: String { "\(reason) (\(code.rawValue))" }
}
