/// Cuts UTF-8 text into rows and cells as RFC 4180 and the programs that stretch it do.
///
/// Cells in quotes may hold separators, newlines (CR, LF, CRLF, kept as they are) and doubled
/// quotes. A quote in the middle of a bare cell is a character like any other; one that never
/// closes ends at the end of its line, so that a stray quote can't swallow a list. Only a window
/// of the text is kept: what is being read, and a chunk.
struct SheetParser {
  /// How far a closing quote is looked for.
  private static let longestQuote = 4 << 20
  private static let mostLinesInQuotes = 200
  private static let quote = UInt8(ascii: "\"")

  let separator: UInt8
  var remarks = SheetRemarks()
  private var window: TextWindow
  private var line = 1
  private var width = 8

  init(_ window: TextWindow, separator: UInt8) {
    self.window = window
    self.separator = separator
  }

  /// The next row, also a blank one; nil at the end.
  mutating func next() throws(SheetError) -> Sheet.Row? {
    guard try window.hasMore() else { return nil }
    let begin = line
    var cells: [String] = []
    cells.reserveCapacity(width)
    var room = SheetLimit.row
    var dropped = 0
    while true {
      window.compact()
      let isWide = cells.count == SheetLimit.width
      let place = Place(
        line: begin, column: cells.count + 1, limit: isWide ? 0 : room, isWide: isWide)
      let cell = try cell(place)
      if isWide {
        dropped += 1
      } else {
        room -= cell.utf8.count
        cells.append(cell)
      }
      guard try window.hasMore() else { break }
      let byte = window.take()
      if byte == separator {
        if try window.hasMore() { continue }
        if !isWide { cells.append("") }
        break
      }
      if byte == 0x0D, try window.hasMore(), window.first == 0x0A { _ = window.take() }
      line += 1
      break
    }
    if dropped > 0 {
      remarks.add(
        "wide-row", line: begin,
        "the row has \(cells.count + dropped) cells; the first \(SheetLimit.width) are read")
    }
    width = cells.count
    return Sheet.Row(line: begin, cells: cells)
  }

  private struct Place {
    var line: Int
    var column: Int
    /// How many octets may be kept.
    var limit: Int
    var isWide: Bool
  }

  /// One cell; stops at the separator, the line's end or the text's.
  private mutating func cell(_ place: Place) throws(SheetError) -> String {
    guard try window.hasMore() else { return "" }
    if window.first == Self.quote, let content = try quotedContent(place) {
      line += content.lines
      return try finish(content.octets, place)
    }
    return try finish(nil, place)
  }

  /// What stands in quotes, doubled ones halved, and how many lines it has; nil for a quote that
  /// does not close.
  private mutating func quotedContent(
    _ place: Place
  ) throws(SheetError) -> (octets: [UInt8], lines: Int)? {
    var lines = 0
    var index = 1
    var hasDoubled = false
    search: while index < Self.longestQuote, try window.hasMore(index) {
      let byte = window[index]
      if byte == Self.quote {
        guard try window.hasMore(index + 1), window[index + 1] == Self.quote else {
          // A quote amid a later line's text closes nothing.
          let ends = try endsCell(index + 1)
          guard lines == 0 || ends else { break search }
          var octets = window.head(index, from: 1)
          if hasDoubled { Self.halveQuotes(&octets) }
          window.drop(index + 1)
          return (octets, lines)
        }
        hasDoubled = true
        index += 1
      } else if byte == 0x0A {
        lines += 1
      } else if byte == 0x0D {
        if try window.hasMore(index + 1), window[index + 1] != 0x0A { lines += 1 }
      }
      // No cell has that many lines: the quote was never closed.
      if lines > Self.mostLinesInQuotes { break search }
      index += 1
    }
    remarks.add(
      "unclosed-quote", line: place.line, column: place.column,
      "a quote begins the cell and none ends it; it is read to the end of its line")
    return nil
  }

  /// Whether nothing but a few spaces stand before the cell's end.
  private mutating func endsCell(_ index: Int) throws(SheetError) -> Bool {
    var index = index
    let last = index + 64
    while try window.hasMore(index), window[index] == 0x20, index < last { index += 1 }
    return try !window.hasMore(index) || ends(window[index])
  }

  private static func halveQuotes(_ octets: inout [UInt8]) {
    var kept = 0
    var index = 0
    while index < octets.count {
      octets[kept] = octets[index]
      index += octets[index] == quote ? 2 : 1
      kept += 1
    }
    octets.removeLast(octets.count - kept)
  }

  /// The cell with what stands before the separator or the line's end.
  ///
  /// What follows a closing quote is kept: `"Suk" Kim` is Suk Kim.
  private mutating func finish(_ content: [UInt8]?, _ place: Place) throws(SheetError) -> String {
    let limit = min(place.limit, SheetLimit.cell)
    var length = content?.count ?? 0
    var octets = content ?? []
    var index = 0
    while true {
      index = window.bareLength(separator, from: index)
      guard try window.hasMore(index) else { break }
      if ends(window[index]) { break }
      if index > SheetLimit.cell {
        // Too long to be kept in the window.
        octets += window.head(min(index, max(0, limit + 4 - octets.count)))
        length += index
        window.drop(index)
        window.compact()
        index = 0
      }
    }
    defer { window.drop(index) }
    length += index
    let hasFlaw = window.hasFlaw(before: index)
    if length == index, length <= limit, !hasFlaw { return FormulaGuard.off(window.text(index)) }
    octets += window.head(min(index, max(0, limit + 4 - octets.count)))
    if hasFlaw {
      for kind in window.takeFlaws(before: index) { note(kind, place) }
      octets.removeAll { $0 == 0 }
    }
    if length > limit, !place.isWide {
      remarks.add(
        "long-cell", line: place.line, column: place.column,
        "the cell has \(length) octets; the first \(limit) are read")
    }
    return FormulaGuard.off(String(decoding: octets[..<Self.whole(octets, limit)], as: UTF8.self))
  }

  private func ends(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private static func whole(_ octets: [UInt8], _ limit: Int) -> Int {
    var end = min(limit, octets.count)
    while end > 0, end < octets.count, octets[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private mutating func note(_ kind: StreamDecoder.Flaw.Kind, _ place: Place) {
    switch kind {
    case .undecodable:
      remarks.add(
        "undecodable", line: place.line, column: place.column,
        "the cell has octets that are no text in this encoding; they show as �")
    case .nul:
      remarks.add(
        "nul", line: place.line, column: place.column, "the cell has NUL octets; they are left out")
    }
  }
}
