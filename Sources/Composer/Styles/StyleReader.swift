import Mail

/// Reads CSS into statements; what is wrong is told with its line, and the rest is read on.
struct StyleReader {
  private var lexer: StyleLexer
  private let file: String
  private(set) var problems: [SourceProblem] = []

  /// How deep `@media` and the like may stand in each other.
  private static let maximumDepth = 8

  init(text: String, file: String) {
    lexer = StyleLexer(text)
    self.file = file
  }

  /// Reads the whole sheet.
  mutating func read() -> [StyleStatement] {
    var found: [StyleStatement] = []
    while true {
      let (statements, closed) = statements(depth: 0)
      found += statements
      guard closed else { return found }
      report(lexer.line, "a } without the { that it closes")
    }
  }

  private mutating func report(_ line: Int, _ message: String) {
    problems.append(SourceProblem(file: file, line: line, message))
  }

  /// Statements up to the `}` that closes them, or to the end of the file.
  private mutating func statements(depth: Int) -> (found: [StyleStatement], isClosed: Bool) {
    var found: [StyleStatement] = []
    var prelude = Prelude()
    while let piece = lexer.next() {
      switch piece {
      case .comment: continue
      case .text(let text): prelude.add(text, line: lexer.line)
      case .unclosed(let text, let sign):
        reportUnclosed(sign, lexer.line)
        if sign != "/*" { prelude.add(text, line: lexer.line) }
      case .semicolon:
        if prelude.text.hasPrefix("@") {
          found.append(.plain(prelude.text, line: prelude.line))
        } else if !prelude.text.isEmpty {
          report(prelude.line, "\"\(prelude.text.shown)\" stands outside of every { }")
        }
        prelude = Prelude()
      case .open:
        found.append(block(prelude, openLine: lexer.line, depth: depth))
        prelude = Prelude()
      case .close:
        if !prelude.text.isEmpty {
          report(prelude.line, "expected { after \"\(prelude.text.shown)\"")
        }
        return (found, true)
      }
    }
    if !prelude.text.isEmpty {
      report(prelude.line, "expected { after \"\(prelude.text.shown)\"")
    }
    return (found, false)
  }

  private mutating func block(_ prelude: Prelude, openLine: Int, depth: Int) -> StyleStatement {
    let line = prelude.text.isEmpty ? openLine : prelude.line
    if prelude.text.isEmpty { report(line, "expected a selector before {") }
    if Self.groups.contains(StyleAtRule.name(prelude.text)), depth < Self.maximumDepth {
      let (inside, isClosed) = statements(depth: depth + 1)
      if !isClosed { report(openLine, "the { after \"\(prelude.text.shown)\" is not closed") }
      return .group(prelude: prelude.text, line: line, inside)
    }
    let declarations = declarations(prelude.text, openLine: openLine)
    return .rule(prelude: prelude.text, line: line, declarations)
  }

  private static let groups: Set<String> = [
    "media", "supports", "keyframes", "-webkit-keyframes", "layer", "container", "document",
    "-moz-document",
  ]

  private mutating func declarations(_ prelude: String, openLine: Int) -> [Declaration] {
    var found: [Declaration] = []
    var piece = Prelude()
    // Rules within rules are nothing that mail programs know; they are passed over.
    var depth = 0
    func take(_ reader: inout Self) {
      defer { piece = Prelude() }
      guard depth == 0, !piece.text.isEmpty else { return }
      do {
        found.append(try Declaration(parsing: piece.text, line: piece.line))
      } catch {
        reader.report(piece.line, error.message)
      }
    }
    while let next = lexer.next() {
      switch next {
      case .comment: continue
      case .text(let text): piece.add(text, line: lexer.line)
      case .unclosed(let text, let sign):
        reportUnclosed(sign, lexer.line)
        if sign == "/*" { continue }
        piece = Prelude()
        // A string ends with its line: what follows is read as if it were closed.
        _ = text
      case .semicolon: take(&self)
      case .open:
        if depth == 0 {
          report(
            lexer.line,
            "a rule within a rule: the } of \"\(prelude.shown)\" is missing before "
              + "\"\(piece.text.shown)\"")
        }
        piece = Prelude()
        depth += 1
      case .close:
        take(&self)
        if depth == 0 { return found }
        depth -= 1
      }
    }
    take(&self)
    report(openLine, "the { after \"\(prelude.shown)\" is not closed")
    return found
  }

  private mutating func reportUnclosed(_ sign: String, _ line: Int) {
    report(line, sign == "/*" ? "this comment is not closed by */" : "this \(sign) is not closed")
  }

  /// A text with the line of its first sign.
  private struct Prelude {
    private(set) var text = ""
    private(set) var line = 1

    mutating func add(_ more: String, line: Int) {
      if text.isEmpty {
        let blanks = more.prefix(while: \.isWhitespace)
        guard blanks.count < more.count else { return }
        self.line = line + blanks.utf8.count(where: { $0 == 0x0A })
        text = more.trimmed()
      } else {
        let more = more.trimmed()
        if !more.isEmpty { text += " " + more }
      }
    }
  }
}
