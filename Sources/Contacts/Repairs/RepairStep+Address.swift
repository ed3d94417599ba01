/// Repairs of the address itself: its @, its spaces, its dots.
extension RepairStep {
  static let bracketedAt = RepairStep(
    repair: .brackets, before: "suk(@)kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard let at = draft.firstAt, at > 0, at + 1 < draft.scalars.count else { return false }
    let around: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}", "<": ">"]
    guard around[draft.scalars[at - 1]] == draft.scalars[at + 1] else { return false }
    draft.scalars.replaceSubrange((at - 1)...(at + 1), with: ["@"])
    return true
  }

  static let doubledAt = RepairStep(
    repair: .doubledAt, before: "suk@ @kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts > 1 else { return false }
    var changed = false
    var result: [Unicode.Scalar] = []
    for scalar in draft.scalars {
      if scalar == "@", let last = result.lastIndex(where: { $0 != " " }), result[last] == "@" {
        result.removeSubrange(last...)
        changed = true
      }
      result.append(scalar)
    }
    if changed { draft.scalars = result }
    return changed
  }

  static let spacesAroundAt = RepairStep(
    repair: .spaces, before: "suk @ kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1 else { return false }
    return draft.dropSpaces { $0 == "@" }
  }

  static let spacesAtDots = RepairStep(
    repair: .spaces, before: "suk. kim@kgpn .example", after: "suk.kim@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1 else { return false }
    return draft.dropSpaces { $0 == "." }
  }

  static let innerSpaces = RepairStep(
    repair: .innerSpaces, before: "suk@kg pn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, let at = draft.firstAt else { return false }
    let domain = draft.scalars[(at + 1)...]
    guard domain.contains(" ") else { return false }
    // What stands before the space may be a whole domain: “suk@kgpn.co kr”.
    let first = domain.prefix { $0 != " " }
    let joined = domain.filter { $0 != " " }
    guard !first.contains("."), endsInKnownTopLevel(joined) else { return false }
    draft.scalars.replaceSubrange((at + 1)..., with: joined)
    return true
  }

  static let comma = RepairStep(
    repair: .comma, before: "suk@kgpn,example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, let at = draft.firstAt else { return false }
    let domain = draft.scalars[(at + 1)...]
    guard domain.contains(where: { $0 == "," || $0 == ";" }) else { return false }
    let dotted = domain.filter { $0 != " " }.map { $0 == "," || $0 == ";" ? "." : $0 }
    guard endsInKnownTopLevel(dotted) else {
      cutNumber(&draft, from: at)
      return false
    }
    draft.scalars.replaceSubrange((at + 1)..., with: dotted)
    return true
  }

  /// “suk@kgpn.example;手机13800138000”: behind a whole domain a telephone number is no part of it.
  private static func cutNumber(_ draft: inout AddressDraft, from at: Int) {
    let domain = draft.scalars[(at + 1)...].prefix { $0 != "," && $0 != ";" }
    let rest = draft.scalars[domain.endIndex...]
    guard endsInKnownTopLevel(Array(domain)), rest.count(where: isDigit) >= 5 else { return }
    draft.keepName(rest)
    draft.scalars.removeSubrange(domain.endIndex...)
    draft.note(.displayName)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static let doubledDots = RepairStep(
    repair: .doubledDots, before: "suk@.kgpn..example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, let at = draft.firstAt else { return false }
    var domain: [Unicode.Scalar] = []
    for scalar in draft.scalars[(at + 1)...] {
      if scalar == ".", domain.isEmpty || domain.last == "." { continue }
      domain.append(scalar)
    }
    defer { draft.scalars.replaceSubrange((at + 1)..., with: domain) }
    return domain.count != draft.scalars.count - at - 1
  }

  /// Whether the text is shaped like a domain below a top level that there is.
  static func endsInKnownTopLevel(_ domain: [Unicode.Scalar]) -> Bool {
    guard
      domain.allSatisfy({
        $0 == "-" || $0 == "." || $0.properties.isAlphabetic
          || ("0"..."9").contains($0)
      })
    else { return false }
    let labels = domain.split(separator: ".")
    guard labels.count > 1, let last = labels.last else { return false }
    let top = AddressDraft.string(last).lowercased()
    return TopLevelDomains.contains(top) || SpecialUse.reserved.contains(Substring(top))
  }
}
