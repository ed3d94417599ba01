import Mail

/// Whether two addresses look like one person's: `jmlee@` and `jm.lee@office.`, `suk.kim@` and
/// `kim.suk@`, `jeongmin.lee@` and `j.lee@`, or one name at two domains.
enum NearAddress {
  static func alike(_ left: EmailAddress, _ right: EmailAddress) -> Bool {
    let a = words(left)
    let b = words(right)
    guard !a.isEmpty, !b.isEmpty else { return false }
    if !forms(a).isDisjoint(with: forms(b)) { return true }
    // thana and thana.p: one has an initial more.
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    var rest = long
    for word in short {
      guard let index = rest.firstIndex(of: word) else { return false }
      rest.remove(at: index)
    }
    return short.contains { $0.count > 2 } && rest.allSatisfy { $0.count == 1 }
  }

  /// The words before the @, without a plus-tag and without numbers.
  private static func words(_ address: EmailAddress) -> [String] {
    address.localPart.lowercased().prefix { $0 != "+" }
      .split { ".-_".contains($0) || $0.isNumber }.prefix(6).map(String.init)
  }

  /// The ways in which the same words are run together.
  private static func forms(_ words: [String]) -> Set<String> {
    var forms: Set<String> = [words.joined(), words.reversed().joined(), words.sorted().joined()]
    guard words.count >= 2, let first = words.first, let last = words.last else { return forms }
    let start = words.dropLast().map { String($0.prefix(1)) }.joined()
    let end = words.dropFirst().map { String($0.prefix(1)) }.joined()
    forms.formUnion([start + last, last + start, first + end, end + first])
    return forms.filter { $0.count > 1 }
  }
}
