import Mail

/// A well-formed address before the rules look at it, cut up once for all of them.
struct Candidate: Sendable {
  let address: EmailAddress
  /// The domain's labels, A-labels in lower case.
  let labels: [Substring]

  init(_ address: EmailAddress) {
    self.address = address
    labels = address.domain.ascii.split(separator: ".")
  }

  var topLevel: Substring { labels.last ?? "" }
  /// The same mailbox name at another domain.
  func at(_ domain: some StringProtocol) -> String { "\(address.localPart)@\(domain)" }
}

/// What a rule found: a reason, and what was probably meant.
struct Finding: Sendable {
  let kind: Verdict.Kind
  let reason: String
  var suggestion: String?
  /// How far the suggestion can be trusted.
  var confidence = Confidence.guess
}

/// A rule that fired, with what it found.
typealias RuleFinding = (rule: AddressRule, finding: Finding)

/// One rule about well-formed addresses: a value with its code, title, judge and examples.
package struct AddressRule: Sendable {
  /// The stable code, as in `contacts check`.
  package let code: String
  package let title: String
  /// An address at which the rule fires, and one at which it does not.
  package let fires: String
  package let passes: String
  let judge: @Sendable (Candidate) -> Finding?

  /// The first of the rules that fires.
  static func first(
    of rules: [AddressRule], for candidate: Candidate
  ) -> RuleFinding? {
    for rule in rules {
      if let finding = rule.judge(candidate) { return (rule, finding) }
    }
    return nil
  }

  /// The first rule about mailbox names that fires; most names begin with a letter and need none.
  static func firstOfNames(for address: EmailAddress) -> RuleFinding? {
    if address.localPart.utf8.contains(where: { $0 == 0x3D || $0 == 0x25 || $0 >= 0x80 }) {
      return first(of: ofNames, for: Candidate(address))
    }
    return switch address.localPart.utf8.first ?? 0 {
    case UInt8(ascii: "a")...UInt8(ascii: "v"), UInt8(ascii: "x")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      nil
    default: first(of: ofNames, for: Candidate(address))
    }
  }
}
