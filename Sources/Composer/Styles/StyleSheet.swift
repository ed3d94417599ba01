package import Mail

/// A theme's style sheet, parted into what is inlined and what stays in the head.
package struct StyleSheet: Sendable {
  struct Rule: Sendable {
    let selector: Selector
    let declarations: [Declaration]
    let order: Int
  }

  struct HeadRule: Sendable {
    let selector: String
    let declarations: [Declaration]
  }

  /// An at-rule such as `@media (…)` with the rules in it.
  struct Block: Sendable {
    let condition: String
    let rules: [HeadRule]
  }

  package private(set) var variables = StyleVariables()
  /// The sheets as written, for pages, whose browsers understand all of it.
  private var texts: [String] = []
  private(set) var rules: [Rule] = []
  private(set) var headRules: [HeadRule] = []
  private(set) var blocks: [Block] = []

  /// A sheet that says nothing.
  package init() {}

  /// Reads CSS; fails where a brace is missing, with the line.
  package init(parsing text: String, file: String = "style.css") throws(SourceProblem) {
    try add(text, file: file)
  }

  /// Adds another sheet's rules after those that are there.
  mutating func add(_ text: String, file: String) throws(SourceProblem) {
    texts.append(text)
    var reader = StyleReader(text: text, file: file)
    while let (prelude, body) = try reader.next() {
      if prelude.hasPrefix("@") {
        var inner = StyleReader(text: body, file: file, firstLine: reader.bodyLine)
        var inside: [HeadRule] = []
        while let (selector, declarations) = try inner.next() {
          inside.append(
            HeadRule(selector: selector, declarations: Declaration.parse(declarations)))
        }
        blocks.append(Block(condition: prelude, rules: inside))
      } else {
        add(prelude, Declaration.parse(body))
      }
    }
  }

  private mutating func add(_ selectors: String, _ declarations: [Declaration]) {
    for part in selectors.split(separator: ",") {
      let text = String(part).trimmed()
      if text == ":root" || text.hasPrefix(":root:lang(") {
        let language = text == ":root" ? "" : String(text.dropFirst(11).dropLast())
        for declaration in declarations where declaration.name.hasPrefix("--") {
          variables.set(declaration.name, declaration.value, language: language)
        }
        let others = declarations.filter { !$0.name.hasPrefix("--") }
        if !others.isEmpty { headRules.append(HeadRule(selector: text, declarations: others)) }
      } else if let selector = Selector(text) {
        rules.append(Rule(selector: selector, declarations: declarations, order: rules.count))
      } else {
        headRules.append(HeadRule(selector: text, declarations: declarations))
      }
    }
  }

  /// The rules for a letter's head, one text for each style element.
  ///
  /// They are states, media queries, and the dark colours once more in the form that Outlook.com
  /// understands (`data-ogsc` for text, `data-ogsb` for grounds). They are kept apart since Gmail
  /// drops a whole element for one rule that it does not know.
  package func headTexts(language tag: String) -> [String] {
    let language = Language(tag) ?? .english
    var texts: [String] = []
    var output = ""
    for rule in headRules { write(rule.selector, rule.declarations, language, to: &output) }
    texts.append(output)
    for block in blocks {
      output = "\(block.condition) {\n"
      for rule in block.rules { write(rule.selector, rule.declarations, language, to: &output) }
      texts.append(output + "}\n")
    }
    output = ""
    for rule in blocks.filter({ $0.condition.contains("dark") }).flatMap(\.rules) {
      let grounds = rule.declarations.filter { $0.name.hasPrefix("background") }
      let texts = rule.declarations.filter { !$0.name.hasPrefix("background") }
      for (mark, declarations) in [("[data-ogsc]", texts), ("[data-ogsb]", grounds)]
      where !declarations.isEmpty {
        let selectors = rule.selector.split(separator: ",")
          .map { "\(mark) \(String($0).trimmed())" }
        write(selectors.joined(separator: ", "), declarations, language, to: &output)
      }
    }
    return (texts + [output]).filter { !$0.isEmpty }
  }

  /// The whole sheet for a page in a language, mirrored where it is written from right to left.
  package func pageText(_ language: Language) -> String {
    let text = texts.joined(separator: "\n")
    return language.direction == "rtl" ? StyleText.mirrored(text) : text
  }

  /// The classes that the head's rules speak of; all others can go once styles are inlined.
  var headClasses: Set<String> {
    var found: Set<String> = []
    for selector in (headRules + blocks.flatMap(\.rules)).map(\.selector) {
      for part in selector.split(whereSeparator: { " ,>:[".contains($0) }) {
        for name in part.split(separator: ".", omittingEmptySubsequences: false).dropFirst() {
          found.insert(String(name))
        }
      }
    }
    return found
  }

  private func write(
    _ selector: String, _ declarations: [Declaration], _ language: Language, to output: inout String
  ) {
    let body = declarations.map { declaration in
      let declaration = variables.resolve(
        declaration, language: language.tag, direction: language.direction)
      return
        "\(declaration.name): \(declaration.value)\(declaration.isImportant ? " !important" : "")"
    }
    output += "\(selector) { \(body.joined(separator: "; ")) }\n"
  }
}
