package import Mail

/// Says what is to be thought of one written address.
///
/// Repairs come first, then the parser, then the rules; nothing that changes a letter of a domain,
/// or a letter or dot of a mailbox name, is ever repaired silently.
package struct AddressJudge: Sendable {
  /// Texts beyond this many octets are refused unread.
  package static let longest = 2_000

  private let policy: AddressPolicy
  private let domains: DomainFindings

  package init(policy: AddressPolicy = .standard) {
    self.policy = policy
    domains = DomainFindings(policy: policy)
  }

  /// Judges one address as a person wrote it.
  package func judge(_ text: some StringProtocol) -> Verdict {
    read(text).verdict
  }

  /// Judges one address and keeps the name that stood beside it.
  package func read(_ text: some StringProtocol) -> CellAddress {
    let source = String(text)
    guard source.utf8.count <= Self.longest else {
      let reason = "the text is \(source.utf8.count) octets long; no address is"
      let code = AddressProblem.addressTooLong.rawValue
      return CellAddress(
        written: source, name: nil, verdict: Verdict(kind: .bad, code: code, reason: reason))
    }
    if mayBeWellFormed(source), let address = parsed(source) {
      return CellAddress(written: source, name: nil, verdict: verdict(on: address, repairs: []))
    }
    var draft = AddressDraft(source)
    draft.repair()
    let repaired = draft.text
    let repairs = draft.repairs
    var result: Verdict
    do {
      let address = try EmailAddress(parsing: repaired, policy: policy)
      result = verdict(on: address, repairs: repairs)
    } catch {
      result = refusal(of: repaired, because: error, repairs: repairs)
    }
    if draft.hasListNumber, let address = result.usable {
      result = Verdict(
        kind: .suspect, code: "list-number",
        reason: "a number stands before it, in other letters than the address",
        suggestion: address.description, suggestionConfidence: .likely, repairs: repairs)
    }
    return CellAddress(written: source, name: draft.name, verdict: result)
  }

  /// What is known to be wrong with a lower-case domain that was judged before.
  func remembered(_ domain: String) -> DomainFindings.Known? { domains.remembered(domain) }

  /// Whether an ASCII text could be an address as it stands; most that need a repair can't.
  private func mayBeWellFormed(_ text: String) -> Bool {
    guard policy == .standard else { return text.utf8.allSatisfy { $0 < 0x80 } }
    var ats = 0
    var wasSign = true
    for byte in text.utf8 {
      let isSign = byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".")
      // “%” and “=” are no sign of a plain line, but of a name.
      let mayStand =
        PlainLine.classes[Int(byte)] != 0 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "=")
      guard isSign ? !wasSign : mayStand else { return false }
      if byte == UInt8(ascii: "@") { ats += 1 }
      wasSign = isSign
    }
    return ats == 1 && !wasSign
  }

  private func parsed(_ text: String) -> EmailAddress? {
    do { return try EmailAddress(parsing: text, policy: policy) } catch { return nil }
  }

  private func verdict(on address: EmailAddress, repairs: [Repair]) -> Verdict {
    guard address.domain.ascii.utf8.first != UInt8(ascii: "[") else {
      return accepted(address, repairs: repairs)
    }
    guard
      let (rule, finding) = domains.first(for: address)
        ?? AddressRule.firstOfNames(for: address).map(checked)
    else { return accepted(address, repairs: repairs) }
    return Verdict(
      kind: finding.kind, code: rule.code, reason: finding.reason,
      address: finding.kind == .suspect ? address : nil, suggestion: finding.suggestion,
      suggestionConfidence: finding.confidence, repairs: repairs)
  }

  /// Only what is an address itself is suggested.
  private func checked(_ found: RuleFinding) -> RuleFinding {
    var found = found
    found.finding.suggestion = found.finding.suggestion.flatMap { parsed($0) == nil ? nil : $0 }
    return found
  }

  private func accepted(_ address: EmailAddress, repairs: [Repair]) -> Verdict {
    guard let first = repairs.first else {
      return Verdict(kind: .ok, code: "ok", reason: "well formed", address: address)
    }
    let what = repairs.count == 1 ? first.title : repairs.map(\.title).joined(separator: ", ")
    return Verdict(
      kind: .fixed, code: first.rawValue, reason: "repaired: \(what)", address: address,
      repairs: repairs)
  }

  /// What can't be parsed may still show what was meant.
  private func refusal(
    of text: String, because error: AddressError, repairs: [Repair]
  ) -> Verdict {
    let guess = Guess.meant(by: text, problem: error.code)
    // A guess that is itself doubtful is followed to its end: a..b@gmial.com means a.b@gmail.com.
    let address = guess.flatMap { parsed($0.text) }
    let judged = address.map { verdict(on: $0, repairs: []) }
    let suggestion: String? =
      switch judged?.kind {
      case .ok, .fixed: address?.description
      case .suspect: judged?.suggestion
      case .bad, nil: nil
      }
    let kind: Verdict.Kind = suggestion != nil && guess?.couldExist == true ? .suspect : .bad
    return Verdict(
      kind: kind, code: error.code.rawValue, reason: error.reason,
      address: kind == .suspect && error.code == .localDots ? Self.quoted(text) : nil,
      suggestion: suggestion, suggestionConfidence: guess?.confidence ?? .guess, repairs: repairs)
  }

  /// What mail needs for the `a..b@` and `a.@` that Japanese carriers gave out: the name in
  /// quotation marks (RFC 5321 section 4.1.2).
  private static func quoted(_ text: String) -> EmailAddress? {
    guard let at = text.lastIndex(of: "@") else { return nil }
    do {
      return try EmailAddress(parsing: "\"\(text[..<at])\"\(text[at...])", policy: .permissive)
    } catch {
      return nil
    }
  }
}
