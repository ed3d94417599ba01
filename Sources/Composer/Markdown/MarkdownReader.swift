import CCmark

/// Reads GitHub's Markdown through libcmark-gfm; its pointers stay in this file.
///
/// Raw HTML is left out with a remark. What is nested deeper than `maximumDepth` is left out too,
/// so that no text can exhaust the stack.
package enum MarkdownReader {
  static let maximumDepth = 24
  static let maximumCells = 100_000

  /// Makes a tree of a text.
  ///
  /// - Parameters:
  ///   - text: The Markdown; a front matter is already taken off.
  ///   - firstLine: The line of the file on which the text starts, for remarks.
  ///   - isPersonal: Whether `{{…}}` is read as what differs between readers.
  /// - Returns: The blocks, and remarks on what was left out.
  package static func read(
    _ text: String, firstLine: Int = 1, isPersonal: Bool = false
  ) -> MarkdownDocument {
    guard isPersonal, MergeSyntax.concerns(text) else {
      return read(text, firstLine, MarkdownTags())
    }
    let tags = MarkdownTags(MergeSyntax(text, firstLine: firstLine))
    return read(tags.text, firstLine, tags)
  }

  private static func read(
    _ text: String, _ firstLine: Int, _ tags: MarkdownTags
  ) -> MarkdownDocument {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8) else {
      return .empty
    }
    defer { cmark_parser_free(parser) }
    let hasTables = !couldExplode(text)
    for name in ["table", "autolink", "strikethrough"] where name != "table" || hasTables {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let root = cmark_parser_finish(parser) else { return .empty }
    defer { cmark_node_free(root) }
    var tree = Tree(firstLine: firstLine, tags: tags)
    let blocks = tree.blocks(of: root, depth: 0)
    if !hasTables { tree.refuseTables() }
    var document = MarkdownDocument(blocks: blocks, remarks: tree.remarks)
    guard !tags.isEmpty else { return document }
    document.personal = MarkdownPassages.lifted(blocks)
    document.blocks = MergeFilter.everybody.filter(document.personal)
    document.mergeProblems = tree.tags.problems
    return document
  }

  /// Whether a table of this text could grow without bounds.
  ///
  /// The library fills short rows up to the width of the heading (CVE-2023-37463, open in Debian
  /// 12), so a wide heading over many short rows would make hundreds of millions of cells.
  private static func couldExplode(_ text: String) -> Bool {
    var widest = 0
    var bars = 0
    var lines = 1
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|") {
        bars += 1
        widest = max(widest, bars)
      } else if byte == 0x0A || byte == 0x0D {
        bars = 0
        lines += 1
      }
    }
    return widest * lines > maximumCells
  }

  private struct Tree {
    let firstLine: Int
    var remarks: [MarkdownDocument.Remark] = []
    var tags: MarkdownTags

    init(firstLine: Int, tags: MarkdownTags) {
      self.firstLine = firstLine
      self.tags = tags
    }

    mutating func blocks(of parent: OpaquePointer, depth: Int) -> [MarkdownBlock] {
      guard depth < MarkdownReader.maximumDepth else {
        remark(parent, "nested too deeply; the inner text is left out")
        return []
      }
      var result: [MarkdownTags.Entry] = []
      var next = cmark_node_first_child(parent)
      while let node = next {
        let found =
          cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ? tags.found(in: literal(node)) : []
        if !found.isEmpty {
          result += found.map(MarkdownTags.Entry.tag)
        } else if let block = block(node, depth: depth) {
          result.append(.block(block))
        }
        next = cmark_node_next(node)
      }
      return tags.joined(result)
    }

    private mutating func block(
      _ node: OpaquePointer, depth: Int
    ) -> MarkdownBlock? {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(of: node, depth: depth + 1))
      case CMARK_NODE_HEADING:
        return .heading(
          level: Int(cmark_node_get_heading_level(node)), inlines(of: node, depth: depth + 1))
      case CMARK_NODE_LIST:
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        var items: [[MarkdownBlock]] = []
        var next = cmark_node_first_child(node)
        while let item = next {
          items.append(blocks(of: item, depth: depth + 1))
          next = cmark_node_next(item)
        }
        return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items)
      case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(of: node, depth: depth + 1))
      case CMARK_NODE_CODE_BLOCK: return .code(tags.marked(literal(node)))
      case CMARK_NODE_THEMATIC_BREAK: return .rule
      case CMARK_NODE_HTML_BLOCK:
        remark(node, "raw HTML is left out; write Markdown instead")
        return nil
      default:
        return typeName(node) == "table" ? .table(table(node, depth: depth)) : nil
      }
    }

    private mutating func table(
      _ node: OpaquePointer, depth: Int
    ) -> MarkdownTable {
      var rows: [[[MarkdownInline]]] = []
      var next = cmark_node_first_child(node)
      while let row = next {
        var cells: [[MarkdownInline]] = []
        var nextCell = cmark_node_first_child(row)
        while let cell = nextCell {
          cells.append(inlines(of: cell, depth: depth + 2))
          nextCell = cmark_node_next(cell)
        }
        rows.append(cells)
        next = cmark_node_next(row)
      }
      let header = rows.isEmpty ? [] : rows.removeFirst()
      var alignments: [MarkdownTable.Alignment?] = []
      if let letters = cmark_gfm_extensions_get_table_alignments(node) {
        for column in 0..<Int(cmark_gfm_extensions_get_table_columns(node)) {
          switch letters[column] {
          case UInt8(ascii: "l"): alignments.append(.left)
          case UInt8(ascii: "c"): alignments.append(.center)
          case UInt8(ascii: "r"): alignments.append(.right)
          default: alignments.append(nil)
          }
        }
      }
      return MarkdownTable(alignments: alignments, header: header, rows: rows)
    }

    private mutating func inlines(
      of parent: OpaquePointer, depth: Int
    ) -> [MarkdownInline] {
      guard depth < MarkdownReader.maximumDepth else {
        remark(parent, "nested too deeply; the inner text is left out")
        return []
      }
      var result: [MarkdownInline] = []
      var next = cmark_node_first_child(parent)
      while let node = next {
        if let inline = inline(node, depth: depth) { result.append(inline) }
        next = cmark_node_next(node)
      }
      return tags.isEmpty ? result : tags.marked(result)
    }

    private mutating func inline(
      _ node: OpaquePointer, depth: Int
    ) -> MarkdownInline? {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: return .text(literal(node))
      case CMARK_NODE_SOFTBREAK: return .softBreak
      case CMARK_NODE_LINEBREAK: return .lineBreak
      case CMARK_NODE_CODE: return .code(tags.marked(literal(node)))
      case CMARK_NODE_EMPH: return .emphasis(inlines(of: node, depth: depth + 1))
      case CMARK_NODE_STRONG: return .strong(inlines(of: node, depth: depth + 1))
      case CMARK_NODE_LINK:
        return .link(
          url: tags.marked(url(node), isAddress: true), inlines(of: node, depth: depth + 1))
      case CMARK_NODE_IMAGE:
        let words = inlines(of: node, depth: depth + 1).map(\.plainText).joined()
        return .image(url: url(node), alt: words)
      case CMARK_NODE_HTML_INLINE:
        if !tags.found(in: literal(node)).isEmpty { return .text(literal(node)) }
        remark(node, "raw HTML \(literal(node).prefix(40)) is left out; write Markdown instead")
        return nil
      default:
        guard typeName(node) == "strikethrough" else { return nil }
        return .strikethrough(inlines(of: node, depth: depth + 1))
      }
    }

    mutating func refuseTables() {
      let message = "the tables are too large for a letter and stand as plain text"
      remarks.append(MarkdownDocument.Remark(line: firstLine, message: message))
    }

    private mutating func remark(_ node: OpaquePointer, _ message: String) {
      guard remarks.count < 100 else { return }
      let line = firstLine + max(1, Int(cmark_node_get_start_line(node))) - 1
      remarks.append(MarkdownDocument.Remark(line: line, message: message))
    }

    /// Entities such as `&#1;` can write what was cleaned out of the file.
    private func literal(_ node: OpaquePointer) -> String {
      cmark_node_get_literal(node).map { CleanText.clean(String(cString: $0)) } ?? ""
    }

    private func url(_ node: OpaquePointer) -> String {
      cmark_node_get_url(node).map { CleanText.clean(String(cString: $0)) } ?? ""
    }

    private func typeName(_ node: OpaquePointer) -> String {
      cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
    }
  }
}
