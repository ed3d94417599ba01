/// Cuts the text of a rule into tokens, in one pass.
struct RuleLexer {
  private let file: String
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  static func tokens(of text: String, file: String) throws(ListRuleError) -> [RuleToken] {
    var lexer = Self(text, file: file)
    var tokens: [RuleToken] = []
    repeat {
      tokens.append(try lexer.next())
    } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(ListRuleError) -> RuleToken {
    skipBlanksAndRemarks()
    let (line, column) = (line, column)
    guard index < scalars.count else {
      return RuleToken(kind: .end, line: line, column: column)
    }
    let scalar = scalars[index]
    let kind: RuleToken.Kind
    if let sign = RuleToken.sign(scalar) {
      step()
      kind = sign
    } else if RuleToken.isQuote(scalar) {
      kind = .quoted(try quoted())
    } else {
      kind = .word(try word())
    }
    return RuleToken(kind: kind, line: line, column: column)
  }

  private mutating func skipBlanksAndRemarks() {
    var isRemark = false
    while index < scalars.count {
      let scalar = scalars[index]
      if isEnd(scalar) { isRemark = false } else if scalar == "#" { isRemark = true }
      guard isRemark || scalar.properties.isWhitespace else { return }
      step()
    }
  }

  private mutating func word() throws(ListRuleError) -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "#" || scalar.properties.isWhitespace || RuleToken.sign(scalar) != nil
        || RuleToken.isQuote(scalar)
      {
        break
      }
      try refuseControl(scalar)
      text.append(scalar)
      step()
    }
    return String(text)
  }

  private mutating func quoted() throws(ListRuleError) -> String {
    let (line, column) = (line, column)
    var text = String.UnicodeScalarView()
    var isEscaped = false
    step()
    while index < scalars.count, !isEnd(scalars[index]) {
      let scalar = scalars[index]
      if !isEscaped, RuleToken.isQuote(scalar) {
        step()
        return String(text)
      }
      try refuseControl(scalar)
      isEscaped = !isEscaped && scalar == "\\"
      if !isEscaped { text.append(scalar) }
      step()
    }
    throw ListRuleError(
      file: file, line: line, column: column,
      words: "this quote is not closed on its line; end the value with \"")
  }

  private func refuseControl(_ scalar: Unicode.Scalar) throws(ListRuleError) {
    guard scalar.properties.generalCategory == .control, scalar != "\t" else { return }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    throw ListRuleError(
      file: file, line: line, column: column,
      words: """
        a control character (U+\(String(repeating: "0", count: 4 - hex.count))\(hex)) has no place \
        in a rule; save the file as plain UTF-8 text
        """)
  }

  private mutating func step() {
    let scalar = scalars[index]
    index += 1
    if scalar == "\r", index < scalars.count, scalars[index] == "\n" { return }
    if isEnd(scalar) {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
}
