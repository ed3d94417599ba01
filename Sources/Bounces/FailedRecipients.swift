import Mail

/// Finds whom a report without a standard tells of.
///
/// Every address in the notice is weighed by where it stands; the weightiest are the failed ones.
enum FailedRecipients {
  static func choose(in dossier: Dossier) -> [String] {
    let evidence = dossier.evidence
    if !evidence.failedRecipients.isEmpty { return unique(evidence.failedRecipients) }
    let notice = dossier.notice
    let own = dossier.ownAddresses
    let returnedTo = Set(dossier.returnedTo.map { $0.lowercased() })
    var weights: [String: Int] = [:]
    var order: [Notice.Place] = []
    for place in notice.addresses {
      var weight = LineRole.weight(of: place, in: notice)
      if returnedTo.contains(place.key) { weight += 2 }
      // A letter to oneself: only where the line can mean nothing else.
      if own.contains(place.key), !returnedTo.contains(place.key) || weight < 6 { weight -= 4 }
      if let known = weights[place.key] {
        weights[place.key] = max(known, weight)
      } else {
        weights[place.key] = weight
        order.append(place)
      }
    }
    let best = weights.values.max() ?? 0
    guard best > 0 else { return fallback(dossier, own: own) }
    let floor = best >= 4 ? 4 : best
    var chosen = order.filter { (weights[$0.key] ?? 0) >= floor }
    // Weak evidence names one: the first.
    if floor < 4 { chosen = Array(chosen.prefix(1)) }
    return unique(chosen.map(\.text))
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
    let addressed = dossier.returnedTo
    return to.isEmpty ? (addressed.count == 1 ? addressed : []) : to
  }

  private static func unique(_ list: [String]) -> [String] {
    var seen: Set<String> = []
    return list.filter { seen.insert($0.lowercased()).inserted }
  }
}
