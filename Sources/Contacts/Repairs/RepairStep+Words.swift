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
    let takesBefore = !before.isEmpty && !insideQuotes && isName(before)
    // “suk@kg pn.example”: the word behind belongs to the domain, unless that is complete.
    let bare = Array(domain.filter { $0 != "," && $0 != ";" && $0 != ")" && $0 != ">" })
    let next = Array(after.drop { $0 == " " }.prefix { $0 != " " })
    let goesOn =
      next.first == "." || domain.last == "." && endsInKnownTopLevel(["x", "."] + next)
    let takesAfter = !after.isEmpty && endsInKnownTopLevel(bare) && !goesOn
    guard takesBefore || takesAfter else { return false }
    if takesBefore { draft.keepName(before) }
    if takesAfter { draft.keepName(after) }
    draft.scalars = Array(all[(takesBefore ? begin : 0)..<(takesAfter ? end : all.endIndex)])
    return true
  }

  /// Small ASCII words before an address may be a part of it; anything else is a name or a bullet.
  private static func isName(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.contains { scalar in
      !(scalar == " " || scalar == "." || scalar == "_" || ("a"..."z").contains(scalar)
        || ("0"..."9").contains(scalar))
    }
  }
}
