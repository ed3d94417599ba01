import Mail

/// Writes a Markdown tree as plain text: links become numbered notes.
package struct MarkdownText: Sendable {
  package let columns: Int
  /// The addresses noted so far; number 1 is the first.
  package private(set) var notes: [String] = []
  private var numbers: [String: Int] = [:]
  private var unprinted = 0

  package init(columns: Int = 72) {
    self.columns = columns
  }

  /// Writes blocks as lines, with an empty line between two of them.
  package mutating func write(_ blocks: [MarkdownBlock]) -> [String] {
    write(blocks, width: columns)
  }

  /// Notes an address and gives the mark to print beside its text; a known one keeps its number.
  package mutating func note(_ url: String) -> String {
    if let number = numbers[url] { return "[\(number)]" }
    notes.append(url)
    numbers[url] = notes.count
    return "[\(notes.count)]"
  }

  /// The notes that were added since the last call, one a line and never broken.
  package mutating func takeNotes() -> [String] {
    let lines = notes.indices.dropFirst(unprinted).map { "[\($0 + 1)] \(notes[$0])" }
    unprinted = notes.count
    return lines
  }

  private mutating func write(
    _ blocks: [MarkdownBlock], width: Int, isEntry: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for block in blocks {
      let written = write(block, width: width)
      guard !written.isEmpty else { continue }
      // A list within an entry stands right below the entry's words.
      var isList = false
      if case .list = block { isList = true }
      if !lines.isEmpty, !(isEntry && isList) { lines.append("") }
      lines += written
    }
    return lines
  }

  private mutating func write(_ block: MarkdownBlock, width: Int) -> [String] {
    switch block {
    case .paragraph(let inlines): return TextWrapper(columns: width).wrap(text(inlines))
    case .heading(_, let inlines):
      let lines = TextWrapper(columns: width).wrap(text(inlines))
      let length = lines.map { DisplayWidth.of($0) }.max() ?? 0
      return lines + [String(repeating: "-", count: length)]
    case .list(let start, let items): return list(start, items, width: width)
    case .quote(let blocks): return write(blocks, width: width - 2).map { "> \($0)" }
    case .code(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
        .dropLast(text.hasSuffix("\n") ? 1 : 0)
    case .table(let table):
      let header = table.header.map { text($0) }
      let rows = table.rows.map { row in row.map { text($0) } }
      return TextTable(columns: width).write(
        header: header, rows: rows, alignments: table.alignments)
    case .rule: return [String(repeating: "-", count: min(width, 24))]
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
      for (index, line) in inner.enumerated() {
        let head =
          index == 0
          ? mark + String(repeating: " ", count: max(1, indent - mark.count)) : padding
        lines.append(line.isEmpty ? "" : head + line)
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
