/// Reads the tokens of a rule: `not` binds closest, then `and`, then `or`.
struct RuleParser {
  private let file: String
  private let tokens: [RuleToken]
  private var index = 0
  private var depth = 0

  private static let deepest = 100

  static func parse(_ text: String, file: String) throws(ListRuleError) -> RuleExpression {
    let tokens = try RuleLexer.tokens(of: text, file: file)
    var parser = Self(file: file, tokens: tokens)
    guard parser.token.kind != .end else {
      throw parser.expected("a condition, for example role: council")
    }
    let expression = try parser.disjunction()
    if parser.token.kind == .end { return expression }
    throw parser.afterCondition(closing: false)
  }

  private init(file: String, tokens: [RuleToken]) {
    self.file = file
    self.tokens = tokens
  }

  // The last token is the end, and nothing steps over it.
  private var token: RuleToken { tokens[index] }

  private mutating func disjunction() throws(ListRuleError) -> RuleExpression {
    var parts = [try conjunction()]
    while token.keyword == "or" {
      index += 1
      parts.append(try conjunction())
    }
    return .disjunction(parts)
  }

  private mutating func conjunction() throws(ListRuleError) -> RuleExpression {
    var parts = [try negation()]
    while token.keyword == "and" {
      index += 1
      parts.append(try negation())
    }
    return .conjunction(parts)
  }

  private mutating func negation() throws(ListRuleError) -> RuleExpression {
    guard token.keyword == "not" else { return try condition() }
    index += 1
    try deepen()
    defer { depth -= 1 }
    return .negation(try negation())
  }

  private mutating func condition() throws(ListRuleError) -> RuleExpression {
    if token.kind == .open {
      index += 1
      try deepen()
      defer { depth -= 1 }
      let inner = try disjunction()
      guard token.kind == .close else { throw afterCondition(closing: true) }
      index += 1
      return inner
    }
    return .term(try term())
  }

  private mutating func deepen() throws(ListRuleError) {
    depth += 1
    guard depth <= Self.deepest else {
      throw error(token, "brackets and nots are nested over \(Self.deepest) deep; write it plainer")
    }
  }

  private mutating func term() throws(ListRuleError) -> RuleTerm {
    guard case .word(let word) = token.kind, token.keyword == nil else {
      throw expected("a condition such as role: council, “not” or “(”")
    }
    guard let key = RuleTerm.Key(rawValue: word.lowercased()) else {
      let known = RuleTerm.Key.allCases.map(\.rawValue)
      throw error(
        token,
        "\(token.shown) is no key; known are "
          + "\(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")")
    }
    index += 1
    guard token.kind == .colon else { throw expected("“:” after \(key.rawValue)") }
    var places: [RuleToken] = []
    var values: [String] = []
    repeat {
      index += 1
      places.append(token)
      values.append(try value(of: key))
    } while token.kind == .comma
    do {
      return try RuleTerm(key: key, written: values)
    } catch {
      throw self.error(places[error.index], error.words)
    }
  }

  private mutating func value(of key: RuleTerm.Key) throws(ListRuleError) -> String {
    switch token.kind {
    case .quoted(let text):
      index += 1
      return text
    case .word(let text):
      if token.keyword != nil {
        throw error(
          token,
          "a value of \(key.rawValue) was expected; \(token.shown) is a word of the grammar: as a "
            + "value it needs quotes")
      }
      index += 1
      return text
    default: throw expected("a value of \(key.rawValue)")
    }
  }

  private func afterCondition(closing: Bool) -> ListRuleError {
    let wanted = closing ? "“and”, “or” or “)”" : "“and”, “or” or the end"
    var words = "expected \(wanted), found \(token.shown)"
    switch token.kind {
    case .word, .quoted: words += "; a value of several words needs quotes: \"GPN Singapore\""
    default: break
    }
    return error(token, words)
  }

  private func expected(_ what: String) -> ListRuleError {
    error(token, "expected \(what), found \(token.shown)")
  }

  private func error(_ token: RuleToken, _ words: String) -> ListRuleError {
    ListRuleError(file: file, line: token.line, column: token.column, words: words)
  }
}
