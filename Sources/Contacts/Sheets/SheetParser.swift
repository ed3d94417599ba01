/// Cuts UTF-8 text into rows and cells as RFC 4180 and the programs that stretch it do.
///
/// Cells in quotes may hold separators, newlines (CR, LF, CRLF, kept as they are) and doubled
/// quotes. A quote in the middle of a bare cell is a character like any other; one that never
/// closes ends at the end of its line, so that a stray quote can't swallow a list.
struct SheetParser: IteratorProtocol {
  private let text: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  /// Where the last closing quote that ends a cell stands; none of those behind it can close one.
  private let lastClose: Int

  init(_ text: [UInt8], separator: UInt8) {
    self.text = text
    self.separator = separator
    lastClose = text.lastIndex(of: UInt8(ascii: "\"")) ?? -1
  }

  func rows(limit: Int = .max) -> [Sheet.Row] {
    var parser = self
    var rows: [Sheet.Row] = []
    while rows.count < limit, let row = parser.next() { rows.append(row) }
    return rows
  }

  mutating func next() -> Sheet.Row? { index < text.count ? row() : nil }

  private mutating func row() -> Sheet.Row {
    let begin = line
    var cells: [String] = []
    while true {
      cells.append(cell())
      guard index < text.count else { break }
      let byte = text[index]
      index += 1
      if byte == separator {
        guard index < text.count else {
          cells.append("")
          break
        }
        continue
      }
      if byte == 0x0D, index < text.count, text[index] == 0x0A { index += 1 }
      line += 1
      break
    }
    return Sheet.Row(line: begin, cells: cells)
  }

  /// One cell; stops at the separator, the line's end or the text's.
  private mutating func cell() -> String {
    if index < text.count, text[index] == UInt8(ascii: "\""), let quoted = quotedCell() {
      return quoted
    }
    let start = index
    while index < text.count, text[index] != separator, text[index] != 0x0A, text[index] != 0x0D {
      index += 1
    }
    return FormulaGuard.off(String(decoding: text[start..<index], as: UTF8.self))
  }

  private mutating func quotedCell() -> String? {
    var place = index + 1
    var lines = 0
    var content: [UInt8] = []
    while place < text.count, place <= lastClose {
      let byte = text[place]
      if byte == UInt8(ascii: "\"") {
        guard place + 1 < text.count, text[place + 1] == byte else {
          return finish(content, at: place + 1, lines: lines)
        }
        place += 1
      }
      if byte == 0x0A || byte == 0x0D && !(place + 1 < text.count && text[place + 1] == 0x0A) {
        lines += 1
        // No cell is that long: the quote was never closed.
        if lines > 200 { return nil }
      }
      content.append(byte)
      place += 1
    }
    return nil
  }

  /// What stands between a closing quote and the separator is kept: `"Suk" Kim` is Suk Kim.
  private mutating func finish(_ content: [UInt8], at place: Int, lines: Int) -> String {
    var content = content
    index = place
    line += lines
    while index < text.count, text[index] != separator, text[index] != 0x0A, text[index] != 0x0D {
      content.append(text[index])
      index += 1
    }
    return FormulaGuard.off(String(decoding: content, as: UTF8.self))
  }
}
