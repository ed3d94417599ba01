/// Repairs of what stands around an address: labels, names, brackets, punctuation.
extension RepairStep {
  private static let openers: ScalarSet = "<([\"'"
  private static let brackets: ScalarSet = "<(["
  private static let edges: ScalarSet = " \"'"
  private static let tails: ScalarSet = ",;:.!?)>]}/\\|(<[-_*=&+#~^$%"
  private static let heads: ScalarSet = ",;:>)]|\\(<["

  static let mailto = RepairStep(
    repair: .mailto, before: "mailto:suk@kgpn.example?subject=GPN", after: "suk@kgpn.example"
  ) { draft in
    if let link = draft.find("](mailto:") { draft.scalars.removeSubrange(link.lowerBound...) }
    var start = 0
    var changed = takeOutOfURL(&draft)
    if takeRepeated(&draft) || cutQuery(&draft) { changed = true }
    while let place = draft.find("mailto:", from: start) {
      // In the middle of a word, or before no address, it is no link: what is left would be
      // another word.
      let before = draft.scalars[..<place.lowerBound]
      guard before.last.map(isInner) != true,
        let at = draft.scalars[place.upperBound...].firstIndex(of: "@")
      else {
        start = place.upperBound
        continue
      }
      if let question = draft.scalars[at...].firstIndex(of: "?") {
        let close = draft.scalars[question...].firstIndex(of: ">") ?? draft.scalars.endIndex
        draft.scalars.removeSubrange(question..<close)
      }
      let slashes = draft.scalars[place.upperBound...].prefix { $0 == "/" }.count
      // The address begins here, unless another stood before it.
      let isFirst = !before.contains("@") && !before.contains("<")
      if isFirst { draft.keepName(before) }
      start = isFirst ? 0 : place.lowerBound
      draft.scalars.removeSubrange(start..<(place.upperBound + slashes))
      changed = true
    }
    draft.trim()
    return changed
  }

  /// An address that is a whole value in the query of a URL.
  private static func takeOutOfURL(_ draft: inout AddressDraft) -> Bool {
    guard draft.countOfAts == 1, let at = draft.firstAt, let mark = draft.find("://"),
      mark.upperBound < at,
      draft.scalars[..<mark.lowerBound].allSatisfy({
        ("a"..."z").contains($0) || ("A"..."Z").contains($0)
      })
    else { return false }
    let before = draft.scalars[mark.upperBound..<at]
    if before.contains("?"), let sign = before.lastIndex(where: { $0 == "?" || $0 == "&" }) {
      guard let equals = before[sign...].firstIndex(of: "="), equals + 1 < at else { return false }
      draft.scalars = Array(
        draft.scalars[(equals + 1)...].prefix { $0 != "&" && $0 != "#" && $0 != " " })
      return true
    }
    return false
  }

  /// `suk@kgpn.example#mailto:suk@kgpn.example#`: a link and the same address as its text.
  private static func takeRepeated(_ draft: inout AddressDraft) -> Bool {
    guard draft.countOfAts == 2, let link = draft.find("mailto:") else { return false }
    let address = Array(draft.scalars[link.upperBound...].prefix(while: isInner))
    let others =
      draft.scalars[..<link.lowerBound]
      + draft.scalars[link.upperBound...]
      .dropFirst(address.count)
    guard address.contains("@"), let at = address.firstIndex(of: "@"),
      let other = others.firstIndex(of: "@"), other >= at,
      others.count - other >= address.count - at
    else { return false }
    let text = others[(other - at)...].prefix(address.count)
    let beside = [others[..<(other - at)].last, others[text.endIndex...].first]
    guard text.elementsEqual(address), !beside.contains(where: { $0.map(isInner) == true }) else {
      return false
    }
    draft.scalars = address
    return true
  }

  /// `suk@kgpn.example?subject=GPN`: what a link says beyond the address.
  private static func cutQuery(_ draft: inout AddressDraft) -> Bool {
    guard draft.countOfAts == 1, let at = draft.firstAt,
      let question = draft.scalars[at...].firstIndex(of: "?"),
      endsInKnownTopLevel(Array(draft.scalars[(at + 1)..<question])),
      draft.scalars[question...].contains("=")
    else { return false }
    draft.scalars.removeSubrange(question...)
    return true
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) || "@.-_+%&~^{}$".unicodeScalars.contains(scalar)
  }

  static let label = RepairStep(
    repair: .label, before: "E-mail: suk@kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard let at = draft.firstAt, let colon = draft.scalars[..<at].lastIndex(of: ":"),
      colon + 1 < at, draft.scalars[colon + 1] != "/",
      !draft.scalars[colon..<at].contains(where: brackets.contains)
    else { return false }
    // A quotation mark inside a word opens nothing: O'Brien: …
    let opener = draft.scalars[..<colon].indices.last { index in
      guard openers.contains(draft.scalars[index]) else { return false }
      return index == 0 || draft.scalars[index - 1] == " "
        || openers.contains(draft.scalars[index - 1])
    }
    let start = opener.map { $0 + 1 } ?? 0
    draft.scalars.removeSubrange(start...colon)
    draft.trim()
    return true
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("<", ">"), ("(", ")"), ("[", "]"), ("{", "}"), ("【", "】"), ("〈", "〉"), ("《", "》"),
    ("「", "」"), ("『", "』"), ("〔", "〕"), ("｢", "｣"),
  ]

  static let displayName = RepairStep(
    repair: .displayName, before: "Suk <suk@kgpn.example>", after: "suk@kgpn.example"
  ) { draft in
    var changed = false
    for (open, close) in pairs where unwrap(&draft, open: open, close: close) { changed = true }
    // A comment before the address: (Suk) suk@kgpn.example.
    if draft.scalars.first == "(", let close = draft.scalars.firstIndex(of: ")"),
      let at = draft.firstAt, close + 1 < at
    {
      draft.keepName(draft.scalars[1..<close])
      draft.scalars.removeSubrange(...close)
      draft.trim()
      changed = true
    }
    guard let at = draft.lastAt else { return changed }
    // A comment behind the address: suk@kgpn.example (Suk).
    guard let open = draft.scalars[at...].firstIndex(of: "("), open > at + 1 else { return changed }
    let inside = draft.scalars[(open + 1)...]
    draft.keepName(inside.prefix { $0 != ")" })
    draft.scalars.removeSubrange(open...)
    draft.trim()
    return true
  }

  /// Takes the address out of the pair that surrounds it; says whether a name stood beside it.
  private static func unwrap(
    _ draft: inout AddressDraft, open: Unicode.Scalar, close: Unicode.Scalar
  ) -> Bool {
    guard let at = draft.lastAt,
      let begin = draft.scalars[..<at].lastIndex(of: open),
      !draft.scalars[begin..<at].contains(close)
    else { return false }
    let end = draft.scalars[at...].firstIndex(of: close)
    // “{” may stand in a mailbox name; alone it says nothing.
    if open == "{", end == nil { return false }
    let inside = draft.scalars[(begin + 1)..<(end ?? draft.scalars.endIndex)]
    let before = draft.scalars[..<begin]
    if before.contains("@"), Array(before.filter { !edges.contains($0) }) != Array(inside) {
      return false
    }
    draft.keepName(before)
    if let end { draft.keepName(draft.scalars[(end + 1)...]) }
    let hadName = before.contains(where: isWord)
    draft.scalars = Array(inside)
    draft.trim()
    if !hadName { draft.note(.brackets) }
    return hadName
  }

  static let wrapping = RepairStep(
    repair: .brackets, before: "'suk@kgpn.example'", after: "suk@kgpn.example"
  ) { draft in
    var quotes = false
    while true {
      if unquote(&draft) {
        quotes = true
        continue
      }
      guard stripEnds(&draft) else { return quotes }
      draft.note(.punctuation)
    }
  }

  /// Takes off the same mark from both ends.
  static func unquote(_ draft: inout AddressDraft) -> Bool {
    guard let first = draft.scalars.first, first == draft.scalars.last, draft.scalars.count > 2,
      first == "'" || first == "\"" || first == "`" || first == "*" || first == "_"
    else { return false }
    draft.scalars.removeFirst()
    draft.scalars.removeLast()
    draft.trim()
    return true
  }

  static let endings = RepairStep(
    repair: .punctuation, before: "suk@kgpn.example,", after: "suk@kgpn.example"
  ) { draft in
    var changed = false
    while stripEnds(&draft, quotesToo: true) { changed = true }
    return changed
  }

  /// A sign beyond ASCII that is no part of a word: ※, →, 。.
  private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80, !scalar.properties.isAlphabetic else { return false }
    // Radicals and squared words of East Asia are read as words.
    if (0x2E80...0x2FDF).contains(scalar.value) || (0x3200...0x33FF).contains(scalar.value) {
      return false
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: return false
    default: return true
    }
  }

  /// Takes off what no address begins or ends with.
  private static func stripEnds(_ draft: inout AddressDraft, quotesToo: Bool = false) -> Bool {
    guard let at = draft.lastAt else { return false }
    let count = draft.scalars.count
    let literal = draft.scalars[at...].contains("[")
    while let last = draft.scalars.last, draft.scalars.count > at + 2, last == " " || isTail(last) {
      draft.scalars.removeLast()
    }
    func isTail(_ scalar: Unicode.Scalar) -> Bool {
      if literal { return scalar == "," || scalar == ";" || scalar == "." }
      return tails.contains(scalar) || isOrnament(scalar)
        || quotesToo && (scalar == "\"" || scalar == "'" || scalar == "`")
    }
    let quoted = draft.scalars.first == "\"" && at > 1 && draft.scalars[at - 1] == "\""
    while let first = draft.scalars.first, draft.lastAt.map({ $0 > 1 }) == true,
      first == " " || heads.contains(first) || isOrnament(first)
        || quotesToo && first == "\"" && !quoted
    {
      draft.scalars.removeFirst()
    }
    return draft.scalars.count != count
  }
}
