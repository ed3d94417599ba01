import Mail

/// Writes a Markdown tree as plain text: links become numbered notes.
package struct MarkdownText: Sendable {
  package let columns: Int
  /// The addresses noted so far; number 1 is the first.
  package private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]
  private var unprinted = 0
  /// A side of a passage.
  private struct Around: Hashable {
    let condition: MergeCondition
    let holds: Bool
  }
  /// The passages that are being written, outermost first, and those of each note.
  private var around: [Around] = []
  private var places: [[Around]] = []

  package init(columns: Int = 72) {
    self.columns = columns
  }

  /// Writes blocks as lines, with an empty line between two of them.
  package mutating func write(_ blocks: [MarkdownBlock]) -> [String] {
    write(blocks, width: columns)
  }

  /// Notes an address and gives the mark to print beside its text; a known one keeps its number.
  package mutating func note(_ url: String) -> String {
    // A note of a passage is shown to its readers only, so others need one of their own.
    if let number = numbers[url], around.starts(with: places[number - 1]) { return "[\(number)]" }
    notes.append(url)
    places.append(around)
    numbers[url] = notes.count
    return "[\(notes.count)]"
  }

  /// The notes that were added since the last call, one a line and never broken.
  package mutating func takeNotes() -> [String] {
    let lines = notes.indices.dropFirst(unprinted).flatMap { index in
      places[index].reversed().reduce(["[\(index + 1)] \(notes[index])"]) { lines, place in
        MergeLayout.passage(
          place.condition, place.holds ? lines : [], place.holds ? [] : lines)
      }
    }
    unprinted = notes.count
    return lines
  }

  private mutating func write(
    _ blocks: [MarkdownBlock], width: Int, isEntry: Bool = false
  ) -> [String] {
    var lines: [String] = []
    // A passage brings its own empty line, before it or, where nothing is surely before it, behind.
    var hasText = false
    for (index, block) in blocks.enumerated() {
      if case .when(let condition, let then, let otherwise) = block {
        let isLast = index == blocks.count - 1
        let sides = [(true, then), (false, otherwise)].map { holds, inner in
          self.around.append(Around(condition: condition, holds: holds))
          let side = write(inner, width: width)
          self.around.removeLast()
          if side.isEmpty { return side }
          return hasText ? [""] + side : isLast ? side : side + [""]
        }
        lines += MergeLayout.passage(condition, sides[0], sides[1])
        continue
      }
      let written = write(block, width: width)
      guard !written.isEmpty else { continue }
      defer { hasText = true }
      // A list within an entry stands right below the entry's words.
      var isList = false
      if case .list = block { isList = true }
      if hasText, !(isEntry && isList) { lines.append("") }
      lines += written
    }
    return lines
  }

  private mutating func write(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block {
    case .paragraph(let inlines): return TextWrapper(columns: width).wrap(text(inlines))
    case .heading(_, let inlines):
      return MergeLayout.lines([text(inlines)]) { texts in
        let lines = TextWrapper(columns: width).wrap(texts[0])
        let length = lines.map { DisplayWidth.of($0) }.max() ?? 0
        return lines + [String(repeating: "-", count: length)]
      }
    case .list(let start, let items): return list(start, items, width: width)
    case .quote(let blocks): return write(blocks, width: width - 2).map { "> \($0)" }
    case .code(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        .dropLast(text.hasSuffix("\n") ? 1 : 0)
    case .table(let table):
      let header = table.header.map { text($0) }
      let rows = table.rows.map { row in row.map { text($0) } }
      let count = header.count
      return MergeLayout.lines(header + rows.joined()) { cells in
        var rest = cells.dropFirst(count)
        let set = rows.map { row in
          defer { rest = rest.dropFirst(row.count) }
          return Array(rest.prefix(row.count))
        }
        return TextTable(columns: width).write(
          header: Array(cells.prefix(count)), rows: set, alignments: table.alignments)
      }
    case .foreign(_, let blocks): return write(blocks, width: width)
    case .rule: return [String(repeating: "-", count: min(width, 24))]
    case .when: return write([block], width: width)
    }
  }

  private mutating func list(_ start: Int?, _ items: [[MarkdownBlock]], width: Int) -> [String] {
    var lines: [String] = []
    let last = (start ?? 0).addingReportingOverflow(items.count).partialValue
    let indent = start == nil ? 2 : String(last).count + 2
    for (offset, item) in items.enumerated() {
      let number = (start ?? 0).addingReportingOverflow(offset).partialValue
      let mark = start == nil ? "-" : "\(number)."
      let inner = write(item, width: width - indent, isEntry: true)
      let padding = String(repeating: " ", count: indent)
      // Where a passage comes first, each of its sides begins the entry.
      var isFirst = true
      for line in inner {
        if MergeLayout.isMark(line) {
          lines.append(line)
          if isFirst || line.contains(":") {
            isFirst = inner.first.map(MergeLayout.isMark) ?? false
          }
          continue
        }
        let head =
          isFirst ? mark + String(repeating: " ", count: max(1, indent - mark.count)) : padding
        lines.append(line.isEmpty ? "" : head + line)
        isFirst = false
      }
    }
    return lines
  }

  private mutating func text(_ inlines: [MarkdownInline]) -> String {
    var output = ""
    for inline in inlines { output += text(inline) }
    return output
  }

  private mutating func text(_ inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text), .code(let text): return text
    case .softBreak: return " "
    case .lineBreak: return "\n"
    case .emphasis(let children): return "_\(text(children))_"
    case .strong(let children): return "*\(text(children))*"
    case .strikethrough(let children): return "~\(text(children))~"
    case .link(let url, let children):
      let words = text(children)
      guard let address = LinkTarget(url).address else { return words }
      let bare = address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
      if words == address || words == bare || "http://\(words)" == address { return words }
      return "\(words) \(note(bare))"
    case .image(_, let alt): return alt.isEmpty ? "" : "[\(alt)]"
    }
  }
}

extension MarkdownText {
  /// All the words of a document, for checks.
  static func plain(_ document: MarkdownDocument) -> String {
    var writer = MarkdownText()
    return writer.write(document.blocks).joined(separator: "\n")
  }
}
