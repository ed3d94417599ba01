import Mail

/// Sets a table in fixed pitch, its cells wrapped so that it stays within the columns.
package struct TextTable: Sendable {
  let columns: Int

  package init(columns: Int = 72) {
    self.columns = columns
  }

  /// Writes heading, a line of hyphens, and the rows; a wide table becomes "heading: cell" lists.
  package func write(
    header: [String], rows: [[String]], alignments: [MarkdownTable.Alignment?] = []
  ) -> [String] {
    let count = header.count
    guard count > 0 else { return [] }
    let natural = (0..<count).map { column in
      ([header] + rows).map { DisplayWidth.of(column < $0.count ? $0[column] : "") }.max() ?? 0
    }
    let room = columns - 2 * (count - 1)
    guard room >= count * 8 || natural.reduce(0, +) <= room else {
      return lists(header: header, rows: rows)
    }
    let widths = fit(natural, room: room)
    var lines = row(header, widths, alignments)
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for cells in rows { lines += row(cells, widths, alignments) }
    return lines
  }

  /// Takes from the widest column until all fit.
  private func fit(_ natural: [Int], room: Int) -> [Int] {
    var widths = natural.map { min($0, room) }
    var excess = widths.reduce(0, +) - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 1
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func row(
    _ cells: [String], _ widths: [Int], _ alignments: [MarkdownTable.Alignment?]
  ) -> [String] {
    let wrapped = widths.indices.map { column in
      TextWrapper(columns: widths[column]).wrap(column < cells.count ? cells[column] : "")
    }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for column in widths.indices {
        let cell = line < wrapped[column].count ? wrapped[column][line] : ""
        let gap = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
        let isRight = column < alignments.count && alignments[column] == .right
        text += (column == 0 ? "" : "  ") + (isRight ? gap + cell : cell + gap)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func lists(header: [String], rows: [[String]]) -> [String] {
    var lines: [String] = []
    for cells in rows {
      for (name, cell) in zip(header, cells) where !cell.isEmpty {
        lines += TextWrapper(columns: columns).wrap("\(name): \(cell)", rest: "  ")
      }
      lines.append("")
    }
    return lines.dropLast()
  }
}
