/// Reads CSV as RFC 4180 has it; apart from the program's own reader, which it checks.
enum CSVText {
  static func rows(_ text: String, separator: Unicode.Scalar = ",") -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var index = 0
    func isQuote(_ place: Int) -> Bool { place < scalars.count && scalars[place] == "\"" }
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\"" where isQuoted && isQuote(index):
        cell.append("\"")
        index += 1
      case "\"": isQuoted.toggle()
      case separator where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
    return rows
  }

  /// The rows as values by column name.
  static func table(_ text: String) -> [[String: String]] {
    let rows = rows(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }
}
