import Contacts

/// Gathers cells to rows within the limits, whichever kind of workbook they come from.
struct TableBuilder {
  /// A row that is ready, and how many times it stands there.
  struct Ready {
    var row: Sheet.Row
    var times: Int
    /// What it takes in memory, about.
    var octets: Int
  }

  /// No spreadsheet program has more rows.
  static let mostRows = 1_048_576

  private(set) var ready: [Ready] = []
  var remarks = SheetRemarks()
  /// Set where there are more rows than a sheet can have.
  private(set) var isFull = false
  private var cells: [String] = []
  private var room = SheetLimit.row
  private var line = 0

  mutating func take() -> [Ready] {
    defer { ready.removeAll(keepingCapacity: true) }
    return ready
  }

  mutating func beginRow(line: Int) {
    self.line = line
    cells.removeAll(keepingCapacity: true)
    room = SheetLimit.row
  }

  /// Puts a text into a column, counted from 0; what stands before it and is missing is empty.
  mutating func add(_ text: String, column: Int) {
    if text.isEmpty { return }
    guard column < SheetLimit.width else {
      remarks.add(
        "wide-row", line: line, "the row has more than \(SheetLimit.width) cells; those are read")
      return
    }
    while cells.count < column { cells.append("") }
    let limit = min(room, SheetLimit.cell)
    var text = text
    if text.utf8.count > limit {
      remarks.add(
        "long-cell", line: line, column: column + 1,
        "the cell has \(text.utf8.count) octets; the first \(limit) are read")
      while text.utf8.count > limit {
        let kept = text.utf8.prefix(limit)
        text = String(decoding: kept, as: UTF8.self)
        while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
      }
    }
    room -= text.utf8.count
    if column < cells.count { cells[column] = text } else { cells.append(text) }
  }

  mutating func endRow(times: Int = 1) {
    guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
    guard line <= Self.mostRows else {
      isFull = true
      return
    }
    let possible = min(times, Self.mostRows - line + 1)
    let octets = 8 * cells.count + SheetLimit.row - room
    ready.append(
      Ready(row: Sheet.Row(line: line, cells: cells), times: max(1, possible), octets: octets))
  }
}
