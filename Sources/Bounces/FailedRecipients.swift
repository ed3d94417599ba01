import Mail

/// Finds whom a report without a standard tells of.
///
/// Every address in the notice is weighed by where it stands; the weightiest are the failed ones.
enum FailedRecipients {
  static func choose(in dossier: Dossier) -> [String] {
    let evidence = dossier.evidence
    let notice = dossier.notice
    let own = dossier.ownAddresses
    let returnedTo = Set(dossier.returnedTo.map { $0.lowercased() })
    let failed = Set(evidence.failedRecipients.map { $0.lowercased() })
    var weights: [String: Int] = [:]
    var order: [String] = []
    var subjects: [String] = []
    for found in AddressScan.addresses(in: Array(dossier.subject.utf8)[...]).prefix(4) {
      let key = found.text.lowercased()
      if !own.contains(key) { weights[key] = 3 }
      subjects.append(found.text)
    }
    for place in notice.addresses {
      var weight = LineRole.weight(
        of: place, in: notice, isExpected: returnedTo.contains(place.key))
      if returnedTo.contains(place.key) { weight += 2 }
      if failed.contains(place.key) { weight += 2 }
      // A letter to oneself: only where the line can mean nothing else.
      if own.contains(place.key), !returnedTo.contains(place.key) || weight < 6 { weight -= 4 }
      weights[place.key] = max(weights[place.key] ?? .min, weight)
      order.append(place.text)
    }
    let best = weights.values.max() ?? 0
    // The header that names them is sure, but the words know of forwarding.
    if best < 5, !failed.isEmpty { return unique(evidence.failedRecipients) }
    guard best > 0 else { return fallback(dossier, own: own) }
    // An address that a reply or sentence merely mentions counts where none stands for itself.
    let floor = best >= 5 ? 5 : best
    var chosen = (order + subjects).filter { (weights[$0.lowercased()] ?? 0) >= floor }
    // Weak evidence names one: the first.
    if floor < 4 { chosen = Array(chosen.prefix(1)) }
    return unique(chosen)
  }

  /// Where the notice names nobody: whom the returned message was for.
  private static func fallback(_ dossier: Dossier, own: Set<String>) -> [String] {
    let to = dossier.returnedTo.filter { !own.contains($0.lowercased()) }
    if to.count == 1 { return to }
    for field in dossier.returned?.all("Received") ?? [] {
      if let place = field.rawValue.firstRange(of: " for "),
        let found = AddressScan.addresses(in: field.rawValue[place.upperBound...]).first?.text,
        !own.contains(found.lowercased())
      {
        return [found]
      }
    }
    // "name (User name not found)": systems of one domain leave the domain out.
    let words = Set(
      dossier.notice.folded.split {
        !$0.isASCIIAlphanumeric && $0 != 0x2E && $0 != 0x5F && $0 != 0x2D
      })
    let named = to.filter { words.contains(Array($0.lowercased().prefix { $0 != "@" }.utf8)[...]) }
    if !named.isEmpty { return named }
    let addressed = dossier.returnedTo
    return to.isEmpty ? (addressed.count == 1 ? addressed : []) : to
  }

  private static func unique(_ list: [String]) -> [String] {
    var seen: Set<String> = []
    return list.filter { seen.insert($0.lowercased()).inserted }
  }
}
