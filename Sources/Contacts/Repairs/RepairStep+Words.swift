/// Names and remarks that stand beside an address without brackets.
extension RepairStep {
  static let wordsBeside = RepairStep(
    repair: .displayName, before: "Suk Kim suk@kgpn.example", after: "suk@kgpn.example"
  ) { draft in
    guard draft.countOfAts == 1, let at = draft.firstAt, draft.scalars.contains(" ") else {
      return false
    }
    let all = draft.scalars
    let begin = all[..<at].lastIndex(of: " ").map { $0 + 1 } ?? 0
    let end = all[at...].firstIndex(of: " ") ?? all.endIndex
    let domain = all[(at + 1)..<end]
    guard begin < at, !domain.isEmpty else { return false }
    let before = all[..<begin]
    let after = all[end...]
    let insideQuotes = before.count { $0 == "\"" } % 2 == 1
    let takesBefore = !before.isEmpty && !insideQuotes && (isName(before) || isHeading(before))
    // “suk@kg pn.example”: the word behind belongs to the domain, unless that is complete.
    let bare = Array(domain.filter { !closers.contains($0) })
    let next = Array(after.drop { $0 == " " }.prefix { $0 != " " })
    // “suk@kgpn.co. kr”, “suk@kgpn.co kr”; but not “suk@kgpn.example JP”.
    let isLast = after.drop { $0 == " " }.count == next.count
    let isEnding =
      isLast && next.allSatisfy { ("a"..."z").contains($0) }
      && endsInKnownTopLevel(["x", "."] + next)
    let goesOn = next.first == "." || isEnding && (domain.last == "." || next.count == 2)
    let takesAfter =
      !after.isEmpty && endsInKnownTopLevel(bare) && !goesOn
      && !draft.hasJoinedLabels
    guard takesBefore || takesAfter else { return false }
    if takesBefore { draft.keepName(before) }
    if takesAfter { draft.keepName(after) }
    draft.scalars = Array(all[(takesBefore ? begin : 0)..<(takesAfter ? end : all.endIndex)])
    if unquote(&draft) { draft.note(.brackets) }
    return true
  }

  /// Small ASCII words before an address may be a part of it; anything else is a name or a bullet.
  private static func isName(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.contains { scalar in
      !(scalar == " " || scalar == "." || scalar == "_" || ("a"..."z").contains(scalar)
        || ("0"..."9").contains(scalar))
    }
  }

  private static let closers: ScalarSet = ",;:)>"

  private static let headings: Set<String> = [
    "address", "adresse", "cc", "correo", "courriel", "e-mail", "email", "e_mail", "mail", "mailto",
    "to",
  ]

  /// Whether the word says no more than that an address follows.
  static func isHeading(_ word: Substring) -> Bool { headings.contains(word.lowercased()) }

  /// “email”, or the number of a line in a list: “1.”, “(2)”, “a)”.
  private static func isHeading(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let words = words.filter { $0 != " " }
    if headings.contains(AddressDraft.string(words[...]).lowercased()) { return true }
    guard let last = words.last, last == "." || last == ")" || last == "]" else { return false }
    let number = words.dropLast().drop { $0 == "(" || $0 == "[" }
    if last != ".", number.count == 1, number.allSatisfy(\.properties.isAlphabetic) { return true }
    return (1...3).contains(number.count) && number.allSatisfy { ("0"..."9").contains($0) }
  }
}
