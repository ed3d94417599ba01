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
    guard Self.countOfAts(cell) > 1, whole.verdict.usable == nil else { return [whole] }
    let pieces = CellPieces(cell).pieces
    return pieces.count > 1 ? pieces.map { judge.read($0) } : [whole]
  }

  private static func countOfAts(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.count { $0 == "@" || $0 == "＠" || $0 == "﹫" }
  }
}
