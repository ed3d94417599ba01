/// A well-formed address: a value that exists needs no further check.
///
/// RFC 5321 `Mailbox` as used on the internet, with RFC 6531/6532 (international) in NFC. Limits in
/// octets: 64 before the @, 254 in all. Quoted local parts and literals by policy.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  package let localPart: String
  package let domain: Domain

  package init(
    parsing source: some StringProtocol, policy: AddressPolicy = .standard
  ) throws(AddressError) {
    let text = Substring(source)
    guard !text.isEmpty else { throw AddressError(.empty, "there is no address") }
    if let octet = text.utf8.first(where: { $0 < 0x20 || $0 == 0x7F }) {
      let bad = Unicode.Scalar(octet)
      throw AddressError(.control, "the address holds a control character (\(name(of: bad)))")
    }
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else {
      throw AddressError(.noAt, "there is no @ in it")
    }
    let local = Normalization.nfc(String(text[..<at]))
    try LocalPartGrammar.check(local, policy: policy)
    localPart = LocalPartGrammar.canonical(local)
    domain = try Domain(parsing: text[text.utf8.index(after: at)...], policy: policy)
    try Self.checkLength(localPart, domain)
  }

  /// Joins a plain local part of our own making, such as `b+TOKEN`, to a domain.
  ///
  /// Fails where the local part is not well formed, or the whole too long.
  package init(localPart: String, at domain: Domain) throws(AddressError) {
    self.localPart = Normalization.nfc(localPart)
    self.domain = domain
    try LocalPartGrammar.check(self.localPart, policy: .standard)
    try Self.checkLength(self.localPart, domain)
  }

  private static func checkLength(_ localPart: String, _ domain: Domain) throws(AddressError) {
    let length = localPart.utf8.count + 1 + domain.ascii.utf8.count
    guard length <= 254 else {
      throw AddressError(.addressTooLong, "the address is \(length) octets long; 254 is the limit")
    }
  }

  /// As people read it, with the domain in its own script.
  package var description: String { "\(localPart)@\(domain.unicode)" }
  /// As it goes over SMTP: the domain in A-labels.
  package var wire: String { "\(localPart)@\(domain.ascii)" }
  /// Whether a relay without SMTPUTF8 (RFC 6531) can't carry it.
  package var isInternational: Bool { localPart.utf8.contains { $0 >= 0x80 } }
  /// Which mailbox it reaches.
  package var mailboxKey: MailboxKey {
    MailboxKey(rawValue: Normalization.nfc(Self.folded(localPart)) + "@" + domain.ascii)
  }

  /// Case folding: by way of capitals, so that ß and SS, σ and ς come out alike.
  private static func folded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.lowercased() : text.lowercased().uppercased().lowercased()
  }
}
