/// Reads every address out of a cell, however many people put into it.
package struct CellReader: Sendable {
  private let judge: AddressJudge

  package init(judge: AddressJudge = AddressJudge()) {
    self.judge = judge
  }

  /// One result per address; a cell without any gives one that says so, a blank cell none.
  package func read(_ cell: some StringProtocol) -> [CellAddress] {
    let whole = judge.read(cell)
    if whole.verdict.code == "empty" { return [] }
    let signs = Self.countOfAts(cell)
    // “a(at)b.example; c@d.example” would pass for c's address with a name before it.
    let words = Self.countOfAtWords(cell)
    guard signs + words > 1, words > 0 || whole.verdict.usable == nil else { return [whole] }
    let pieces = CellPieces(cell).pieces
    return pieces.count > 1 ? pieces.map { judge.read($0) } : [whole]
  }

  private static func countOfAtWords(_ text: some StringProtocol) -> Int {
    let text = text.unicodeScalars
    guard text.contains(where: { "])}）］".unicodeScalars.contains($0) }) else { return 0 }
    var count = 0
    var last = String.UnicodeScalarView()
    for scalar in text {
      last.append(scalar)
      if CellPieces.endsInAtWord(last) { count += 1 }
      if last.count > 4 { last.removeFirst() }
    }
    return count
  }

  private static func countOfAts(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.count { $0 == "@" || $0 == "＠" || $0 == "﹫" }
  }
}
