import Mail

/// Aligns a few columns by what they take on the screen.
package struct Columns {
  private var rows: [[String]] = []
  /// Columns that are figures, set flush right.
  private let figures: Set<Int>

  package init(figures: Set<Int> = []) {
    self.figures = figures
  }

  package mutating func add(_ cells: String...) {
    rows.append(cells)
  }

  /// The rows, indented by two, without trailing spaces.
  package var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
        line += " " + (figures.contains(column) ? gap + cell : cell + gap) + " "
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
