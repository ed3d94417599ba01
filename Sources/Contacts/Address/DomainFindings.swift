import Mail
import Synchronization

/// What the rules say of domains, remembered: a list names few of them, many times.
final class DomainFindings: Sendable {
  /// A finding, and the domain that it suggests.
  final class Known: Sendable {
    let found: RuleFinding
    let meant: String?

    init(_ found: RuleFinding, meant: String?) {
      self.found = found
      self.meant = meant
    }
  }

  /// Beyond that many everything is forgotten, so that memory stays bounded.
  private static let most = 4_096
  private static let gate = DomainGate()

  private let policy: AddressPolicy
  private let known = Mutex<[String: Known?]>([:])

  init(policy: AddressPolicy) { self.policy = policy }

  /// What was found wrong with a lower-case domain when it was last met, if anything.
  func remembered(_ domain: String) -> Known? { known.withLock { $0[domain] } ?? nil }

  /// The first rule that fires of all but those about mailbox names.
  func first(for address: EmailAddress) -> RuleFinding? {
    let domain = address.domain.ascii
    if Self.gate.passesAtSight(domain.utf8) == true { return mixed(address) }
    let entry = known.withLock { $0[domain] } ?? judged(address)
    if entry?.found.rule.code != AddressRule.onlyInside.code, let mixed = mixed(address) {
      return mixed
    }
    guard let entry else { return nil }
    var found = entry.found
    found.finding.suggestion = entry.meant.flatMap {
      let suggestion = "\(address.localPart)@\($0)"
      return suggestion.utf8.count <= 254 ? suggestion : nil
    }
    return found
  }

  private func judged(_ address: EmailAddress) -> Known? {
    let found = AddressRule.first(of: AddressRule.ofDomains, for: Candidate(address))
    let name = address.localPart.utf8.count + 1
    let entry = found.map { found in
      let meant = found.finding.suggestion.flatMap { String($0.utf8.dropFirst(name)) }
      return Known(found, meant: meant.flatMap { isDomain($0) ? $0 : nil })
    }
    known.withLock { known in
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      known[address.domain.ascii] = .some(entry)
    }
    return entry
  }

  private func isDomain(_ text: String) -> Bool {
    do {
      _ = try Domain(parsing: text, policy: policy)
      return true
    } catch {
      return false
    }
  }

  /// Looks at the letters of the mailbox name as well.
  private func mixed(_ address: EmailAddress) -> RuleFinding? {
    let isPlain =
      !address.isInternational && address.domain.unicode.utf8.allSatisfy { $0 < 0x80 }
    // What all letters may do together, those of one word may.
    guard !isPlain,
      !Scripts(of: address.localPart).union(Scripts(of: address.domain.unicode)).belongTogether
    else { return nil }
    let rule = AddressRule.mixedScripts
    guard var finding = rule.judge(Candidate(address)) else { return nil }
    finding.suggestion = finding.suggestion.flatMap { isAddress($0) ? $0 : nil }
    return (rule, finding)
  }

  private func isAddress(_ text: String) -> Bool {
    do {
      _ = try EmailAddress(parsing: text, policy: policy)
      return true
    } catch {
      return false
    }
  }
}
