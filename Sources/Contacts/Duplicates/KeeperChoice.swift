package import Mail

/// What history says of an address, as far as it bears on which of two to keep.
package enum KeeperEvidence: Int, Comparable, Sendable {
  case unreachable
  case none
  case proven

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One of several contacts that seem to be one person.
package struct KeeperCandidate: Hashable, Sendable {
  /// A line of a list, or a contact's number.
  package var id: Int64
  package var address: EmailAddress
  /// How much its row says: language, member, roles, name, notes.
  package var facts: Int
  /// When its facts are of, where that is known; the larger, the newer.
  package var asOf: Int64?
  package var evidence: KeeperEvidence

  package init(
    id: Int64, address: EmailAddress, facts: Int, asOf: Int64? = nil,
    evidence: KeeperEvidence = .none
  ) {
    self.id = id
    self.address = address
    self.facts = facts
    self.asOf = asOf
    self.evidence = evidence
  }
}

/// Which of several contacts to keep, and why; a proposal, never done without being asked for.
package struct KeeperChoice: Hashable, Sendable {
  /// Why one is better than another, the most telling first; raw values are stable codes.
  package enum Reason: String, CaseIterable, Codable, Sendable {
    case proof
    case newer
    case fuller
    case noOffice = "no_office"
    case ownDomain = "own_domain"
    /// Nothing tells them apart.
    case first
  }

  package let id: Int64
  package let reasons: [Reason]

  /// Chooses among candidates in their order; nil where there are none.
  package init?(among candidates: [KeeperCandidate]) {
    var best: (candidate: KeeperCandidate, merits: [Int64])?
    for candidate in candidates {
      let merits = Self.merits(candidate)
      guard let known = best else {
        best = (candidate, merits)
        continue
      }
      if known.merits.lexicographicallyPrecedes(merits) { best = (candidate, merits) }
    }
    guard let best else { return nil }
    id = best.candidate.id
    let others = candidates.filter { $0.id != best.candidate.id }.map(Self.merits)
    let reasons = Reason.allCases.dropLast().enumerated().filter { index, _ in
      others.allSatisfy { $0[index] <= best.merits[index] }
        && others.contains { $0[index] < best.merits[index] }
    }.map(\.element)
    self.reasons = reasons.isEmpty ? [.first] : reasons
  }

  /// In the order of `Reason`; the larger, the better.
  private static func merits(_ candidate: KeeperCandidate) -> [Int64] {
    [
      Int64(candidate.evidence.rawValue), candidate.asOf ?? .min, Int64(candidate.facts),
      RoleAccounts.contains(candidate.address) ? 0 : 1,
      Providers.offers(candidate.address.domain) ? 0 : 1,
    ]
  }
}
