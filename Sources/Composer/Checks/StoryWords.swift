/// The words of a story as its file says them, for comparing the letter's two forms.
enum StoryWords {
  /// The words that one form of the letter lacks, though the other tells the whole paragraph.
  ///
  /// A form that tells a story shorter is no mistake; nor is a word that it has by chance. Where
  /// the HTML ends with "read on", the text part goes on: of that only the short text is compared.
  static func missing(
    of item: Item, in lacking: WordSet, but has: WordSet, isShort: Bool = false
  ) -> [String] {
    var seen: Set<String> = []
    var missing: [String] = []
    for piece in isShort ? [item.title, item.shortText] : pieces(item) {
      let words = WordSet.split(piece)
      let absent = words.filter { !lacking.hasWhole($0) }
      // Seldom is anything absent, so the rest may cost more.
      guard !absent.isEmpty, words.allSatisfy(has.contains) else { continue }
      missing += absent.prefix(20).filter { !lacking.contains($0) && seen.insert($0).inserted }
      if missing.count > 20 { break }
    }
    return missing
  }

  /// Title, summary and each paragraph, entry and cell as everybody may read them.
  private static func pieces(_ item: Item) -> [String] {
    var pieces = [item.title, item.summary ?? ""]
    for block in item.body.blocks { collect(block, into: &pieces) }
    return pieces
  }

  private static func collect(_ block: MarkdownBlock, into pieces: inout [String]) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines):
      pieces.append(inlines.map(\.plainText).joined())
    case .list(_, let items): for block in items.joined() { collect(block, into: &pieces) }
    case .quote(let blocks): for block in blocks { collect(block, into: &pieces) }
    case .code(let text): pieces.append(text)
    case .table(let table):
      for cell in table.header + table.rows.joined() {
        pieces.append(cell.map(\.plainText).joined())
      }
    case .foreign(_, let blocks): for block in blocks { collect(block, into: &pieces) }
    case .rule: break
    case .when(_, let then, let otherwise):
      for block in then + otherwise { collect(block, into: &pieces) }
    }
  }
}
