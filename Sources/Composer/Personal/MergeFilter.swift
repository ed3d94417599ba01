import Mail

/// Takes passages out of marked texts whose conditions are known, and fills fields that are.
///
/// One filter goes through the pieces of one text in order: a passage may begin in one and end in
/// another.
struct MergeFilter {
  /// What is known of a condition and of a field; nil leaves the marks.
  let decide: (MergeCondition) -> Bool?
  let value: (MergeField) -> String?
  /// Whether each open passage shows here; nil where its marks stay.
  private var open: [Bool?] = []

  init(
    decide: @escaping (MergeCondition) -> Bool?,
    value: @escaping (MergeField) -> String? = { _ in nil }
  ) {
    self.decide = decide
    self.value = value
  }

  /// Assumes one condition.
  init(_ condition: MergeCondition, _ holds: Bool) {
    self.init(decide: { $0 == condition ? holds : nil })
  }

  /// Fills in everything.
  init(_ values: MergeValues) {
    self.init(decide: { $0.holds(for: values) }, value: { values[$0] })
  }

  /// A web page has no reader: what stands for one is shown, and the passages for everybody else.
  static var everybody: Self { Self(MergeValues()) }

  private var isShowing: Bool { !open.contains(false) }

  mutating func filter(_ text: String) -> String {
    guard MergeMarker.hasMarks(text) || !isShowing else { return text }
    var output = ""
    for token in MergeMarker.tokens(text) {
      switch token {
      case .text(let text): if isShowing { output += text }
      case .field(let field):
        if isShowing { output += value(field) ?? MergeMarker.mark(field) }
      case .when(let condition):
        let known = decide(condition)
        if known == nil, isShowing { output += MergeMarker.mark(condition) }
        open.append(known)
      case .otherwise:
        guard let last = open.popLast() else { continue }
        open.append(last.map { !$0 })
        if last == nil, isShowing { output += MergeMarker.otherwise() }
      case .end:
        guard let last = open.popLast() else { continue }
        if last == nil, isShowing { output += MergeMarker.end() }
      }
    }
    return output
  }

  /// A text that is complete in itself.
  func whole(_ text: String) -> String {
    var copy = Self(decide: decide, value: value)
    return copy.filter(text)
  }

  mutating func filter(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    var output: [MarkdownInline] = []
    for inline in inlines {
      switch inline {
      case .text(let text):
        let left = filter(text)
        if !left.isEmpty { output.append(.text(left)) }
      case _ where !isShowing: continue
      case .softBreak, .lineBreak: output.append(inline)
      case .code(let text): output.append(.code(whole(text)))
      case .emphasis(let children): add(.emphasis(filter(children)), children, &output)
      case .strong(let children): add(.strong(filter(children)), children, &output)
      case .strikethrough(let children): add(.strikethrough(filter(children)), children, &output)
      case .link(let url, let children):
        add(.link(url: whole(url), filter(children)), children, &output)
      case .image(let url, let alt): output.append(.image(url: url, alt: whole(alt)))
      }
    }
    return output
  }

  private func add(
    _ inline: MarkdownInline, _ before: [MarkdownInline], _ output: inout [MarkdownInline]
  ) {
    let isEmptied =
      switch inline {
      case .emphasis(let left), .strong(let left), .strikethrough(let left), .link(_, let left):
        left.isEmpty && !before.isEmpty
      default: false
      }
    if !isEmptied { output.append(inline) }
  }

  func filter(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    blocks.flatMap(filter)
  }

  private func inlines(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    var copy = Self(decide: decide, value: value)
    return MarkdownPassages.trimmed(copy.filter(inlines))
  }

  private func filter(_ block: MarkdownBlock) -> [MarkdownBlock] {
    switch block {
    case .paragraph(let text): return [.paragraph(inlines(text))]
    case .heading(let level, let text): return [.heading(level: level, inlines(text))]
    case .list(let start, let items): return [.list(start: start, items: items.map(filter))]
    case .quote(let blocks): return [.quote(filter(blocks))]
    case .code(let text): return [.code(whole(text))]
    case .table(var table):
      table.header = table.header.map(inlines)
      table.rows = table.rows.map { $0.map(inlines) }
      return [.table(table)]
    case .rule, .foreign: return [block]
    case .when(let condition, let then, let otherwise):
      switch decide(condition) {
      case true?: return filter(then)
      case false?: return filter(otherwise)
      case nil: return [.when(condition, then: filter(then), otherwise: filter(otherwise))]
      }
    }
  }
}
