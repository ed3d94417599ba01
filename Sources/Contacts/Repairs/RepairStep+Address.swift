/// Repairs of the address itself: its @, its spaces, its dots.
extension RepairStep {
  private static let dotHints: ScalarSet = "([{<_"

  static let atWord = RepairStep(
    repair: .atWord, before: "suk (at) kgpn [dot] example", after: "suk@kgpn.example"
  ) { draft in
    var changed = false
    if draft.firstAt == nil {
      for word in atWords {
        guard let place = draft.find(word) else { continue }
        guard place.lowerBound > 0, draft.find(word, from: place.upperBound) == nil else {
          return false
        }
        draft.scalars.replaceSubrange(place, with: ["@"])
        changed = true
        break
      }
    }
    guard let at = draft.firstAt else { return changed }
    if !changed, draft.find(" dot ", from: at) != nil {
      changed = draft.replace(" dot ", with: ".")
    }
    guard changed || draft.scalars.contains(where: dotHints.contains) else { return false }
    guard draft.holds([.openedWord, .signWord]) else { return changed }
    for word in dotWords where draft.replace(word, with: ".") { changed = true }
    if changed, draft.replace(" dot ", with: ".") { return true }
    return changed
  }

  private static let atWords: [[Unicode.Scalar]] = {
    let words = ["at", "a", "ät", "arroba", "アットマーク", "アット", "あっと", "골뱅이", "@マーク"]
    let bracketed = words.flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
    let all =
      bracketed.flatMap { [" \($0) ", $0] } + [" at ", " arroba ", "_at_", " -at- ", "-at-"]
      + ["_アットマーク_", "アットマーク", "アット", "あっと", "골뱅이"]
      + ["★", "☆", "◎", "●", "■", "◆"]
    return all.map { Array($0.unicodeScalars) }
  }()

  private static let dotWords: [[Unicode.Scalar]] = {
    let words = ["dot", "punkt", "punto", "point", "ponto", "ドット", "点", "."]
    let bracketed = words.flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
    let all = bracketed.flatMap { [" \($0) ", $0] } + ["_dot_", "-dot-"]
    return all.map { Array($0.unicodeScalars) }
  }()

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
    guard endsInKnownTopLevel(dotted) else { return false }
    draft.scalars.replaceSubrange((at + 1)..., with: dotted)
    return true
  }

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
