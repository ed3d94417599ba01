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
    var rules: [HeadRule] = []
    var blocks: [Block] = []

    /// The rules at any depth, where the condition is for dark grounds.
    func darkRules(_ isDark: Bool = false) -> [HeadRule] {
      let isDark = isDark || condition.contains("dark")
      return (isDark ? rules : []) + blocks.flatMap { $0.darkRules(isDark) }
    }

    var allRules: [HeadRule] { rules + blocks.flatMap(\.allRules) }
  }

  package internal(set) var variables = StyleVariables()
  var rules: [Rule] = []
  var headRules: [HeadRule] = []
  var blocks: [Block] = []
  /// What is wrong or doubtful in the sheets.
  package internal(set) var problems: [SourceProblem] = []
  /// The sheets as written, for pages, whose browsers understand all of it.
  var texts: [String] = []
  /// Every `var(--name)` that has to have a value, with its place.
  var uses: [(name: String, file: String, line: Int)] = []

  /// A sheet that says nothing.
  package init() {}

  /// Reads one sheet; fails with the first thing that is wrong in it.
  package init(parsing text: String, file: String = "style.css") throws(SourceProblem) {
    var builder = StyleSheetBuilder()
    builder.add(text, file: file)
    self = builder.finished()
    if let problem = problems.first(where: { $0.level == .error }) { throw problem }
  }

  /// The rules for a letter's head, one text for each style element.
  ///
  /// They are states, media queries, and the dark colours once more in the form that Outlook.com
  /// understands (`data-ogsc` for text, `data-ogsb` for grounds). They are kept apart since Gmail
  /// drops a whole element for one rule that it does not know. Each declaration is important: it
  /// has to win over what was written into the elements.
  package func headTexts(language tag: String) -> [String] {
    let writer = HeadWriter(variables: variables, language: Language(tag) ?? .english)
    var dark = ""
    for rule in blocks.flatMap({ $0.darkRules() }) {
      let grounds = rule.declarations.filter { $0.name.hasPrefix("background") }
      let texts = rule.declarations.filter { !$0.name.hasPrefix("background") }
      for (mark, declarations) in [("[data-ogsc]", texts), ("[data-ogsb]", grounds)]
      where !declarations.isEmpty {
        let selectors = Selector.list(rule.selector).map { "\(mark) \($0)" }
        dark += writer.text(
          HeadRule(selector: selectors.joined(separator: ", "), declarations: declarations))
      }
    }
    let texts = [headRules.map { writer.text($0) }.joined()] + blocks.map { writer.text($0) }
    return (texts + [dark]).filter { !$0.isEmpty }
  }

  /// The whole sheet for a page in a language, mirrored where it is written from right to left.
  package func pageText(_ language: Language) -> String {
    StyleText.forPage(
      texts.joined(separator: "\n"), isRightToLeft: language.direction == "rtl")
  }

  /// The classes that the head's rules speak of; all others can go once styles are inlined.
  var headClasses: Set<String> {
    var found: Set<String> = []
    for selector in (headRules + blocks.flatMap(\.allRules)).map(\.selector) {
      for part in selector.split(whereSeparator: {
        !$0.isLetter && !$0.isNumber && !"-_.\\".contains($0)
      }) {
        for name in part.split(separator: ".", omittingEmptySubsequences: false).dropFirst() {
          found.insert(String(name))
        }
      }
    }
    return found
  }
}
