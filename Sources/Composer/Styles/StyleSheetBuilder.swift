import Mail

/// Puts a style sheet together from one or more files, and tells what is wrong in them.
struct StyleSheetBuilder {
  private var sheet = StyleSheet()

  /// Adds a file's rules after those that are there.
  mutating func add(_ text: String, file: String) {
    sheet.texts.append(text)
    if let end = text.firstRange(of: "</") {
      let line = 1 + text[..<end.lowerBound].utf8.count(where: { $0 == 0x0A })
      report(file, line, "\"</\" would end the style sheet of the page; write \"<\\/\"")
    }
    var reader = StyleReader(text: text, file: file)
    let statements = reader.read()
    sheet.problems += reader.problems
    for statement in statements { add(statement, file) }
  }

  /// The sheet, with its variables checked.
  func finished() -> StyleSheet {
    var whole = sheet
    let names = sheet.variables.names
    for use in sheet.uses where !names.contains(use.name) {
      whole.problems.append(
        SourceProblem(
          file: use.file, line: use.line, key: use.name,
          "no :root sets this variable\(NearestName.hint(use.name, in: names))"))
    }
    let endless = names.filter { name in reached(from: name).contains(name) }
    for name in endless.sorted() {
      guard let use = sheet.uses.first(where: { $0.name == name }) else { continue }
      whole.problems.append(
        SourceProblem(
          file: use.file, line: use.line, key: name, "the variable's value names itself"))
    }
    whole.problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    return whole
  }

  /// The variables that a variable's values name, and those that theirs name.
  private func reached(from name: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      for value in sheet.variables.all(next) {
        for use in StyleVariables.Use.all(in: value) where found.insert(use.name).inserted {
          waiting.append(use.name)
        }
      }
    }
    return found
  }

  private mutating func report(
    _ file: String, _ line: Int, key: String? = nil, _ message: String,
    level: SourceProblem.Level = .error
  ) {
    sheet.problems.append(
      SourceProblem(file: file, line: line, key: key, message, level: level))
  }

  private mutating func add(_ statement: StyleStatement, _ file: String) {
    switch statement {
    case .plain(let text, let line): judge(text, file, line)
    case .group(let prelude, let line, _):
      if judge(prelude, file, line) { sheet.blocks.append(block(statement, file)) }
    case .rule(let prelude, let line, let declarations) where prelude.hasPrefix("@"):
      guard judge(prelude, file, line) else { return }
      check(declarations, file)
      sheet.headRules.append(StyleSheet.HeadRule(selector: prelude, declarations: declarations))
    case .rule(let prelude, let line, let declarations):
      check(declarations, file)
      for selector in Selector.list(prelude) where !prelude.isEmpty {
        add(selector, declarations, file, line)
      }
    }
  }

  /// Whether an at-rule is kept; tells why not.
  @discardableResult
  private mutating func judge(_ prelude: String, _ file: String, _ line: Int) -> Bool {
    guard case .left(let reason) = StyleAtRule.fate(prelude) else { return true }
    report(file, line, key: "@\(StyleAtRule.name(prelude))", reason, level: .warning)
    return false
  }

  private mutating func block(_ statement: StyleStatement, _ file: String) -> StyleSheet.Block {
    guard case .group(let prelude, _, let inside) = statement else {
      return StyleSheet.Block(condition: "")
    }
    var block = StyleSheet.Block(condition: prelude)
    let isKeyframes = StyleAtRule.name(prelude).hasSuffix("keyframes")
    for statement in inside {
      switch statement {
      case .plain(let text, let line): judge(text, file, line)
      case .group(let condition, let line, _):
        if judge(condition, file, line) { block.blocks.append(self.block(statement, file)) }
      case .rule(let selector, let line, let declarations):
        check(declarations, file)
        if let own = declarations.first(where: { $0.name.hasPrefix("--") }) {
          report(
            file, own.line, key: own.name,
            "variables in @media change pages only; letters need the properties written out",
            level: .warning)
        }
        for part in Selector.list(selector) where !isKeyframes {
          if case .wrong(let reason) = Selector.read(part) {
            report(file, line, key: part.isEmpty ? nil : part, reason)
          }
        }
        block.rules.append(StyleSheet.HeadRule(selector: selector, declarations: declarations))
      }
    }
    return block
  }

  private mutating func add(
    _ text: String, _ declarations: [Declaration], _ file: String, _ line: Int
  ) {
    if text == ":root" || text.hasPrefix(":root:lang(") {
      let language = text == ":root" ? "" : String(text.dropFirst(11).dropLast())
      for declaration in declarations where declaration.name.hasPrefix("--") {
        sheet.variables.set(declaration.name, declaration.value, language: language)
      }
      let others = declarations.filter { !$0.name.hasPrefix("--") }
      if !others.isEmpty {
        sheet.headRules.append(StyleSheet.HeadRule(selector: text, declarations: others))
      }
      return
    }
    if let own = declarations.first(where: { $0.name.hasPrefix("--") }) {
      report(file, own.line, key: own.name, "variables are set in :root and :root:lang(…) only")
    }
    switch Selector.read(text) {
    case .inlined(let selector):
      if text == "*" {
        report(
          file, line, key: "*",
          "is written into every element of the letter; name the elements that are meant",
          level: .warning)
      }
      sheet.rules.append(
        StyleSheet.Rule(
          selector: selector, declarations: declarations, order: sheet.rules.count))
    case .head(let reason):
      if let reason { report(file, line, key: text, reason, level: .warning) }
      sheet.headRules.append(StyleSheet.HeadRule(selector: text, declarations: declarations))
    case .wrong(let reason): report(file, line, key: text.isEmpty ? nil : text, reason)
    }
  }

  private mutating func check(_ declarations: [Declaration], _ file: String) {
    for declaration in declarations {
      for use in StyleVariables.Use.all(in: declaration.value) where use.other == nil {
        sheet.uses.append((use.name, file, declaration.line))
      }
      if !StyleProperties.isKnown(declaration.name) {
        report(
          file, declaration.line, key: declaration.name,
          "CSS has no such property\(NearestName.hint(declaration.name, in: StyleProperties.all))",
          level: .warning)
      }
    }
  }
}
