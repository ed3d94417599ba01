/// The same finding in several languages, told once.
package struct FindingGroup: Hashable, Sendable {
  package let finding: Finding
  /// In the order in which the languages were composed.
  package let languages: [String]

  /// Joins what is said of the same place with the same words; the first one's order stays.
  package static func of(_ findings: [Finding]) -> [Self] {
    struct Key: Hashable {
      let code: String
      let place: String
      let reason: String
    }
    var order: [Key] = []
    var groups: [Key: (Finding, [String])] = [:]
    for finding in findings {
      let key = Key(code: finding.code, place: finding.place, reason: finding.reason)
      if groups[key] == nil { order.append(key) }
      var group = groups[key] ?? (finding, [])
      if !group.1.contains(finding.language) { group.1.append(finding.language) }
      groups[key] = group
    }
    return order.compactMap { key in
      groups[key].map { Self(finding: $0.0, languages: $0.1) }
    }
  }
}
