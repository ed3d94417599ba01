/// What stands between the cells of a row.
package enum SheetSeparator: String, CaseIterable, Codable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case pipe = "|"

  package var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .pipe: 0x7C
    }
  }

  /// What people call it.
  var words: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .pipe: "vertical bars"
    }
  }

  /// The separator that cuts the first rows into the most even table.
  static func detect(_ window: TextWindow) throws(SheetError) -> SheetSeparator {
    let head = window.head.prefix(5)
    if head.starts(with: Array("sep=".utf8)) {
      if let named = allCases.first(where: { $0.byte == head.last }) { return named }
    }
    var best: (score: Double, separator: SheetSeparator) = (0, .comma)
    for separator in allCases {
      var parser = SheetParser(window.frozen, separator: separator.byte)
      var widths: [Int] = []
      for _ in 0..<40 {
        guard let row = try parser.next() else { break }
        if !row.isBlank { widths.append(row.cells.count) }
      }
      let score = evenness(widths)
      if score > best.score { best = (score, separator) }
    }
    return best.separator
  }

  /// Share of rows that have the commonest width above one; a wider table wins a tie.
  private static func evenness(_ widths: [Int]) -> Double {
    let counts = Dictionary(widths.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +)
    guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return 0 }
    // The heading is the most trustworthy row.
    let head = widths.first == common.key ? 0.25 : 0
    return Double(common.value) / Double(widths.count) + head + Double(min(common.key, 20)) * 0.01
  }
}
