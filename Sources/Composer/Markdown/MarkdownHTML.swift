import Mail

/// Writes a Markdown tree as HTML with the classes of a theme's style sheet.
package struct MarkdownHTML {
  /// Gives a picture's address in this letter or page, nil where the picture is not to be had.
  let pictureAddress: (String) -> String?

  package init(pictureAddress: @escaping (String) -> String? = { _ in nil }) {
    self.pictureAddress = pictureAddress
  }

  package func write(_ blocks: [MarkdownBlock]) -> String {
    var output = ""
    for block in blocks { write(block, isLoose: true, to: &output) }
    return output
  }

  private func write(_ block: MarkdownBlock, isLoose: Bool, to output: inout String) {
    switch block {
    case .paragraph(let inlines):
      output += isLoose ? "<p class=\"text\">\(write(inlines))</p>\n" : write(inlines)
    case .heading(let level, let inlines):
      // The item's title is the third level, so headings within it start below.
      let depth = min(6, level + 3)
      output += "<h\(depth) class=\"subtitle\">\(write(inlines))</h\(depth)>\n"
    case .list(let start, let items): writeList(start, items, to: &output)
    case .quote(let blocks):
      output += "<blockquote class=\"quote\">\n\(write(blocks))</blockquote>\n"
    case .code(let text): output += "<pre class=\"code\">\(HTMLText.escape(text))</pre>\n"
    case .table(let table): writeTable(table, to: &output)
    case .rule: output += "<hr class=\"rule\">\n"
    case .when(let condition, let then, let otherwise):
      output += MergeMarker.mark(condition)
      for (index, block) in then.enumerated() {
        write(block, isLoose: isLoose || index > 0, to: &output)
      }
      output += MergeMarker.otherwise()
      for (index, block) in otherwise.enumerated() {
        write(block, isLoose: isLoose || index > 0, to: &output)
      }
      output += MergeMarker.end()
    case .foreign(let language, let blocks):
      output +=
        "<div lang=\"\(language.tag)\" dir=\"\(language.direction)\">\n"
        + "\(write(blocks))</div>\n"
    }
  }

  private func writeList(_ start: Int?, _ items: [[MarkdownBlock]], to output: inout String) {
    let tag = start == nil ? "ul" : "ol"
    let first = start.flatMap { $0 == 1 ? nil : " start=\"\($0)\"" } ?? ""
    output += "<\(tag) class=\"list\"\(first)>\n"
    for item in items {
      output += "<li class=\"entry\">"
      for (index, block) in item.enumerated() { write(block, isLoose: index > 0, to: &output) }
      output += "</li>\n"
    }
    output += "</\(tag)>\n"
  }

  private func writeTable(_ table: MarkdownTable, to output: inout String) {
    func cells(_ cells: [[MarkdownInline]], tag: String) -> String {
      var row = "<tr>"
      for (column, cell) in cells.enumerated() {
        let alignment = column < table.alignments.count ? table.alignments[column] : nil
        let align = alignment.map { " style=\"text-align:\($0.rawValue)\"" } ?? ""
        row += "<\(tag)\(tag == "th" ? " scope=\"col\"" : "")\(align)>\(write(cell))</\(tag)>"
      }
      return row + "</tr>\n"
    }
    output += "<table class=\"data\">\n<thead>\(cells(table.header, tag: "th"))</thead>\n<tbody>"
    for row in table.rows { output += cells(row, tag: "td") }
    output += "</tbody>\n</table>\n"
  }

  private func write(_ inlines: [MarkdownInline]) -> String {
    inlines.map(write).joined()
  }

  private func write(_ inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): return HTMLText.escape(text)
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .code(let text): return "<code class=\"code\">\(HTMLText.escape(text))</code>"
    case .emphasis(let children): return "<em>\(write(children))</em>"
    case .strong(let children): return "<strong>\(write(children))</strong>"
    case .strikethrough(let children): return "<del>\(write(children))</del>"
    case .link(let url, let children):
      guard let address = LinkTarget(url).address else { return write(children) }
      return "<a class=\"link\" href=\"\(HTMLText.escape(address))\">\(write(children))</a>"
    case .image(let url, let alt):
      guard let address = pictureAddress(url) else { return HTMLText.escape(alt) }
      return """
        <img class="figure" src="\(HTMLText.escape(address))" alt="\(HTMLText.escape(alt))">
        """
    }
  }
}
