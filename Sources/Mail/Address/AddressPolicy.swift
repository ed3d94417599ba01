/// Which of the rare but legal forms of an address are let in.
///
/// RFC 5321 allows quoted local parts and domain literals; no list of people needs them, and most
/// relays refuse them, so the standard policy does too.
package struct AddressPolicy: Hashable, Sendable {
  package var allowsQuotedLocal: Bool
  package var allowsDomainLiteral: Bool

  package init(allowsQuotedLocal: Bool = false, allowsDomainLiteral: Bool = false) {
    self.allowsQuotedLocal = allowsQuotedLocal
    self.allowsDomainLiteral = allowsDomainLiteral
  }

  package static let standard = Self()
  package static let permissive = Self(allowsQuotedLocal: true, allowsDomainLiteral: true)
}
