package import Mail

/// What is thought of one written address: usable or not, why, and what was repaired.
package struct Verdict: Hashable, Sendable {
  /// How an address stands.
  package enum Kind: String, CaseIterable, Codable, Sendable {
    /// Usable as written.
    case ok
    /// Usable after repairs that changed no letter of it.
    case fixed
    /// It could exist, but looks like a typing error: a person decides.
    case suspect
    /// No mail can go there.
    case bad
  }

  package let kind: Kind
  /// The one stable word for machines: `ok`, a repair's, a rule's or an address problem's code.
  package let code: String
  /// The same in words.
  package let reason: String
  /// What can be used: for `ok` and `fixed` always, for `suspect` the address as it stands where
  /// it is well formed.
  package let address: EmailAddress?
  /// What was probably meant, for `suspect` and `bad`.
  package let suggestion: String?
  /// How far the suggestion can be trusted, where there is one.
  package let suggestionConfidence: Confidence?
  package let repairs: [Repair]

  package init(
    kind: Kind, code: String, reason: String, address: EmailAddress? = nil,
    suggestion: String? = nil, suggestionConfidence: Confidence = .guess, repairs: [Repair] = []
  ) {
    self.kind = kind
    self.code = code
    self.reason = reason
    self.address = address
    self.suggestion = suggestion
    self.suggestionConfidence = suggestion == nil ? nil : suggestionConfidence
    self.repairs = repairs
  }

  /// How far what was repaired can be trusted: as far as the least sure repair.
  package var confidence: Confidence { repairs.map(\.confidence).min() ?? .sure }

  /// The address that may be mailed without asking anyone.
  package var usable: EmailAddress? { kind == .ok || kind == .fixed ? address : nil }
}
