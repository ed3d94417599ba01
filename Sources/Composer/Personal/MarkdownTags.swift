import Mail

/// Takes tags through the Markdown library as tokens that it leaves alone, and back out of the tree.
///
/// A token is a number between two characters that nobody writes; whoever does gets one of their own
/// tags. A tag that has a line to itself goes as an HTML comment, which is a block; another tag of a
/// passage stands between brackets, so that emphasis may begin beside it.
struct MarkdownTags {
  enum Entry {
    case block(MarkdownBlock)
    case tag(Int)
  }

  private struct Tag {
    let tag: MergeTag
    let line: Int
    let written: String
    let block: Int?
  }

  private static let open: Unicode.Scalar = "\u{F0101}"
  private static let close: Unicode.Scalar = "\u{F0102}"
  private var tags: [Tag] = []
  /// How many tags each passage has.
  private var sizes: [Int: Int] = [:]
  private var told: Set<Int> = []
  private(set) var problems: [MergeProblem] = []
  /// The Markdown with tokens.
  private(set) var text = ""

  var isEmpty: Bool { tags.isEmpty && problems.isEmpty }

  init() {}

  init(_ syntax: MergeSyntax) {
    problems = syntax.problems
    var written = ""
    for piece in syntax.pieces {
      switch piece {
      case .text(let text): written += text
      case .tag(let tag, let line, let source, let block):
        let token = "\(Self.open)\(tags.count)\(Self.close)"
        written += block == nil ? token : "\u{2983}\(token)\u{2984}"
        tags.append(Tag(tag: tag, line: line, written: source, block: block))
        if let block { sizes[block, default: 0] += 1 }
      }
    }
    text = Self.lines(written)
  }

  /// Lines that hold nothing but tags of passages become comments, but not within fences.
  private static func lines(_ text: String) -> String {
    guard text.contains("\u{2983}") else { return text }
    var fence: Character?
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let content = line.drop { $0 == " " || $0 == ">" }
      if let mark = content.first, mark == "`" || mark == "~",
        content.prefix(3).allSatisfy({ $0 == mark }),
        content.count >= 3, fence == nil || fence == mark
      {
        fence = fence == nil ? mark : nil
      }
      let isAlone =
        fence == nil && content.unicodeScalars.first == "\u{2983}"
        && content.split(separator: "\u{2984}").allSatisfy {
          let rest = String($0).trimmed().unicodeScalars
          return rest.isEmpty
            || rest.first == "\u{2983}" && rest.last == close
              && !rest.dropFirst().contains("\u{2983}")
        }
      let text = String(line)
      guard isAlone else { return text }
      return text.replacing("\u{2983}", with: "<!--").replacing("\u{2984}", with: "-->")
    }.joined(separator: "\n")
  }

  /// The tags that stand in a text, by their numbers.
  func found(in text: String) -> [Int] {
    guard !tags.isEmpty else { return [] }
    return cut(text).compactMap { if case .tag(let index) = $0 { index } else { nil } }
  }

  private enum Piece {
    case text(String)
    case tag(Int)
  }

  private func cut(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    var plain = String.UnicodeScalarView()
    while let scalar = rest.first {
      guard scalar == Self.open, let end = rest.firstIndex(of: Self.close),
        let index = Int(String(rest[rest.index(after: rest.startIndex)..<end])),
        tags.indices.contains(index)
      else {
        plain.append(scalar)
        rest.removeFirst()
        continue
      }
      rest = rest[rest.index(after: end)...]
      for (before, after) in [("\u{2983}", "\u{2984}"), ("<!--", "-->")]
      where String(plain).hasSuffix(before) && String(rest).hasPrefix(after) {
        plain = String.UnicodeScalarView(plain.dropLast(before.unicodeScalars.count))
        rest = rest.dropFirst(after.unicodeScalars.count)
      }
      if !plain.isEmpty { pieces.append(.text(String(plain))) }
      plain = String.UnicodeScalarView()
      pieces.append(.tag(index))
    }
    if !plain.isEmpty { pieces.append(.text(String(plain))) }
    return pieces
  }

  /// The numbers of the passages all of whose tags are among these; tells of the others.
  private mutating func whole(_ found: [Int]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for index in found {
      if let block = tags[index].block { counts[block, default: 0] += 1 }
    }
    for (block, count) in counts.sorted(by: { $0.key < $1.key }) where sizes[block] != count {
      counts[block] = nil
      guard told.insert(block).inserted, let first = tags.first(where: { $0.block == block }) else {
        continue
      }
      problems.append(
        MergeProblem(
          kind: .unknown, line: first.line,
          message: "\(first.written.prefix(60)) begins in one paragraph, list or emphasis and ends "
            + "in another; put its tags on lines of their own, or all into one paragraph"))
    }
    return Set(counts.keys)
  }

  private func mark(_ index: Int, _ whole: Set<Int>, isAddress: Bool = false) -> String {
    if let block = tags[index].block, !whole.contains(block) { return "" }
    return MergeSyntax.mark(tags[index].tag, isAddress: isAddress)
  }

  /// A text that is complete in itself, with marks for its tokens.
  mutating func marked(_ text: String, isAddress: Bool = false) -> String {
    guard !tags.isEmpty else { return text }
    let pieces = cut(text)
    let whole = whole(pieces.compactMap { if case .tag(let index) = $0 { index } else { nil } })
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .tag(let index): mark(index, whole, isAddress: isAddress)
      }
    }.joined()
  }

  /// The inlines of one parent, with marks for the tokens among them.
  mutating func marked(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    var all: [Int] = []
    for case .text(let text) in inlines { all += found(in: text) }
    guard !all.isEmpty else { return inlines }
    let whole = whole(all)
    return inlines.map { inline in
      guard case .text(let text) = inline else { return inline }
      return .text(
        cut(text).map { piece in
          switch piece {
          case .text(let text): text
          case .tag(let index): mark(index, whole)
          }
        }.joined())
    }
  }

  /// The blocks of one parent, with passages where tags stood among them.
  mutating func joined(_ entries: [Entry]) -> [MarkdownBlock] {
    let whole = whole(entries.compactMap { if case .tag(let index) = $0 { index } else { nil } })
    var frames: [(condition: MergeCondition, then: [MarkdownBlock]?)] = []
    var blocks: [[MarkdownBlock]] = [[]]
    for entry in entries {
      guard case .tag(let index) = entry else {
        if case .block(let block) = entry { blocks[blocks.count - 1].append(block) }
        continue
      }
      guard let number = tags[index].block, whole.contains(number) else { continue }
      switch tags[index].tag {
      case .when(let condition, _, let isInverted):
        frames.append((condition, isInverted ? [] : nil))
        blocks.append([])
      case .otherwise:
        guard let last = frames.indices.last else { continue }
        frames[last].then = blocks[blocks.count - 1]
        blocks[blocks.count - 1] = []
      case .end:
        guard let frame = frames.popLast(), let inner = blocks.popLast() else { continue }
        blocks[blocks.count - 1].append(
          frame.then.map { .when(frame.condition, then: $0, otherwise: inner) }
            ?? .when(frame.condition, then: inner, otherwise: []))
      case .field: continue
      }
    }
    return blocks[0]
  }
}
