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
      rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: max(0, widths[column] - Self.width(cell)))
        line += " " + (figures.contains(column) ? gap + cell : cell + gap) + " "
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// East Asian letters take two columns, combining marks none.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return sum
      default: break
      }
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }
}
