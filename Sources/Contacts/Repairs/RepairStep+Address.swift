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
    guard draft.firstAt != nil, changed || draft.scalars.contains(where: dotHints.contains) else {
      return changed
    }
    for word in dotWords where draft.replace(word, with: ".") { changed = true }
    if changed, draft.replace(" dot ", with: ".") { return true }
    return changed
  }

  private static let atWords: [[Unicode.Scalar]] = {
    let words = ["at", "a", "ät", "arroba", "アットマーク", "アット", "あっと", "골뱅이", "@マーク"]
    let bracketed = words.flatMap { ["(\($0))", "[\($0)]", "{\($0)}", "<\($0)>"] }
    let all =
      bracketed.flatMap { [" \($0) ", $0] } + [" at ", " arroba ", "_at_", "-at-"]
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
    repair: .doubledAt, before: "suk@@kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    draft.replace("@@", with: "@")
  }

  static let spacesAroundAt = RepairStep(
    repair: .spaces, before: "suk @ kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, var at = draft.firstAt else { return false }
    let count = draft.scalars.count
    while at > 0, draft.scalars[at - 1] == " " {
      draft.scalars.remove(at: at - 1)
      at -= 1
    }
    while at + 1 < draft.scalars.count, draft.scalars[at + 1] == " " {
      draft.scalars.remove(at: at + 1)
    }
    return draft.scalars.count != count
  }

  static let spacesInDomain = RepairStep(
    repair: .spaces, before: "suk@kg pn. example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, let at = draft.firstAt else { return false }
    let count = draft.scalars.count
    let domain = draft.scalars[(at + 1)...].filter { $0 != " " }
    if domain.count + at + 1 != count, endsInKnownTopLevel(domain) {
      draft.scalars.replaceSubrange((at + 1)..., with: domain)
    }
    // A space beside a dot of the mailbox name is no part of it.
    var index = min(at, draft.scalars.count) - 1
    while index > 0 {
      let isBesideDot = draft.scalars[index - 1] == "." || draft.scalars[index + 1] == "."
      if draft.scalars[index] == " ", isBesideDot { draft.scalars.remove(at: index) }
      index -= 1
    }
    return draft.scalars.count != count
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
