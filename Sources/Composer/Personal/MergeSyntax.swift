import Mail

/// Finds the `{{…}}` of a text and sees to it that every passage begins and ends.
///
/// What is wrong is told and stays as it was written, so that it shows.
struct MergeSyntax {
  enum Piece {
    case text(String)
    /// `block` numbers the passage that a tag belongs to.
    case tag(MergeTag, line: Int, written: String, block: Int?)
  }

  private struct Open {
    let piece: Int
    let word: String
    let condition: MergeCondition
    var isThen: Bool
    var hasOtherwise: Bool
  }

  private(set) var pieces: [Piece] = []
  private(set) var problems: [MergeProblem] = []
  private var open: [Open] = []
  private var blocks = 0
  private var blockOf: [Int: Int] = [:]
  static let maximumDepth = 8

  /// Whether there is anything to read in a text.
  static func concerns(_ text: String) -> Bool { text.contains("{{") }

  init(_ text: String, firstLine: Int = 1) {
    var line = firstLine
    var plain = ""
    var rest = text[...]
    while let found = rest.firstRange(of: "{{") {
      let before = rest[..<found.lowerBound]
      line += Self.lineFeeds(before)
      plain += before
      rest = rest[found.upperBound...]
      if plain.hasSuffix("\\") {
        plain = plain.dropLast() + "{{"
        continue
      }
      let inside = rest.prefix { !$0.isNewline }
      guard let close = inside.firstRange(of: "}}") else {
        problems.append(
          MergeProblem(kind: .unknown, line: line, message: "this {{ is not closed by }}"))
        plain += "{{"
        continue
      }
      let content = String(inside[..<close.lowerBound])
      rest = rest[close.upperBound...]
      if !plain.isEmpty { pieces.append(.text(plain)) }
      plain = ""
      take(content, line)
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.text(plain)) }
    closeAll()
  }

  private mutating func take(_ content: String, _ line: Int) {
    let written = "{{\(content)}}"
    do throws(MergeTag.Mistake) {
      let tag = try MergeTag(content)
      if let words = refusal(tag, written) { throw MergeTag.Mistake(words: words) }
      var block: Int?
      switch tag {
      case .when(let condition, let word, let isInverted):
        blocks += 1
        block = blocks
        blockOf[pieces.count] = blocks
        open.append(
          Open(
            piece: pieces.count, word: word, condition: condition, isThen: !isInverted,
            hasOtherwise: isInverted))
      case .otherwise:
        block = open.last.flatMap { blockOf[$0.piece] }
        open[open.count - 1].isThen = false
        open[open.count - 1].hasOtherwise = true
      case .end: block = open.popLast().flatMap { blockOf[$0.piece] }
      case .field(let field, let fallback): judge(field, fallback, line, written)
      }
      pieces.append(.tag(tag, line: line, written: written, block: block))
    } catch {
      problems.append(
        MergeProblem(kind: .unknown, line: line, message: "\(written.prefix(60)): \(error.words)"))
      pieces.append(.text(written))
    }
  }

  /// Why a tag can't stand here.
  private func refusal(_ tag: MergeTag, _ written: String) -> String? {
    switch tag {
    case .field: return nil
    case .when:
      return open.count < Self.maximumDepth ? nil : "passages are nested at most 8 deep"
    case .otherwise:
      guard let last = open.last else { return "no passage is open here" }
      return last.hasOtherwise ? "the passage has its other side already" : nil
    case .end(let word):
      guard let last = open.last else { return "no passage is open here" }
      return last.word == word ? nil : "{{#\(last.word)}} is still open; write {{/\(last.word)}}"
    }
  }

  /// A value that a reader may lack needs something to stand in for it.
  private mutating func judge(
    _ field: MergeField, _ fallback: String?, _ line: Int, _ written: String
  ) {
    guard fallback?.isEmpty ?? true else { return }
    let around = open.filter { $0.condition.field == field }
    if around.contains(where: \.isThen) { return }
    let isKnown = field == .recipientAddress || field == .recipientLanguage
    guard !isKnown else { return }
    problems.append(
      MergeProblem(
        kind: .empty, line: line,
        message: "a reader may have none and would see a hole after "
          + "\(written.prefix(60)); write {{\(Self.word(field))|what stands for it}}"))
  }

  private static func word(_ field: MergeField) -> String {
    MergeTag.fields.first { $0.field == field }?.word ?? field.rawValue
  }

  /// Passages that never end are taken back: their tags show as written.
  private mutating func closeAll() {
    for left in open {
      let number = blockOf[left.piece]
      for (index, piece) in pieces.enumerated() {
        guard case .tag(_, let line, let written, let block) = piece, block == number else {
          continue
        }
        if index == left.piece {
          problems.append(
            MergeProblem(
              kind: .unknown, line: line,
              message: "\(written.prefix(60)) is not ended by {{/\(left.word)}}"))
        }
        pieces[index] = .text(written)
      }
    }
    open = []
  }

  static func lineFeeds(_ text: some StringProtocol) -> Int {
    text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}

extension MergeSyntax {
  /// The text with marks in place of its tags.
  var marked: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .tag(let tag, _, _, _): Self.mark(tag)
      }
    }.joined()
  }

  /// The mark of a tag; within an address what stands for a value is written as the value is.
  static func mark(_ tag: MergeTag, isAddress: Bool = false) -> String {
    switch tag {
    case .field(let field, let fallback?) where !fallback.isEmpty:
      MergeMarker.mark(
        field, fallback: isAddress ? MergeEncoding.percentEncoded(fallback) : fallback)
    case .field(let field, _): MergeMarker.mark(field)
    case .when(let condition, _, let isInverted):
      MergeMarker.mark(condition) + (isInverted ? MergeMarker.otherwise() : "")
    case .otherwise: MergeMarker.otherwise()
    case .end: MergeMarker.end()
    }
  }
}
