/// How far apart two short words are, counted in slips of a typist (Damerau–Levenshtein,
/// optimal string alignment; weighted by keyboard).
enum TypingDistance {
  /// What one slip may cost at most.
  static let oneSlip = 1.05

  /// The cost of typing `typed` for `meant`; infinite where either is longer than 64 octets.
  static func between(_ typed: some StringProtocol, _ meant: some StringProtocol) -> Double {
    let a = Array(typed.utf8)
    let b = Array(meant.utf8)
    guard a.count <= 64, b.count <= 64 else { return .infinity }
    guard abs(a.count - b.count) <= 3 else { return .infinity }
    var beforeLast = [Double](repeating: 0, count: b.count + 1)
    var last = (0...b.count).map(Double.init)
    for i in 0..<a.count {
      var row = [Double(i + 1)] + [Double](repeating: 0, count: b.count)
      for j in 0..<b.count {
        let same = a[i] == b[j]
        var best = last[j] + (same ? 0 : Keyboard.substitution(a[i], b[j]))
        best = min(best, last[j + 1] + insertion(a, i))
        best = min(best, row[j] + omission(b, j))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j], !same {
          best = min(best, beforeLast[j - 1] + 0.6)
        }
        row[j + 1] = best
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }

  /// A key struck twice, or with its neighbour, is likelier than a stranger.
  private static func insertion(_ text: [UInt8], _ index: Int) -> Double {
    let before = index > 0 ? text[index - 1] : 0
    let after = index + 1 < text.count ? text[index + 1] : 0
    if text[index] == before || text[index] == after { return 0.6 }
    let near =
      Keyboard.areNeighbours(text[index], before) || Keyboard.areNeighbours(text[index], after)
    return near ? 0.8 : 1
  }

  private static func omission(_ text: [UInt8], _ index: Int) -> Double {
    index > 0 && text[index - 1] == text[index] ? 0.6 : 0.9
  }
}
