import Mail

/// The rules of a letter's style elements that colour it: those for all, and those for the dark.
struct HeadStyles {
  private struct Rule {
    let selector: Selector
    let declarations: [Declaration]
    let isForDark: Bool
    let order: Int
  }

  private static let properties: Set<String> = [
    "color", "background", "background-color", "background-image", "font-size", "font-weight",
    "display", "visibility", "opacity", "max-height",
  ]

  private var byClass: [String: [Rule]] = [:]
  private var others: [Rule] = []
  private var count = 0
  /// Whether the letter has colours of its own for the dark; else the programs make them.
  private(set) var hasDark = false

  init(_ tokens: [HTMLToken]) {
    var isStyle = false
    for token in tokens {
      if case .other(let text) = token, isStyle {
        var reader = StyleReader(text: text, file: "style")
        for statement in reader.read() { add(statement, isForDark: false) }
      }
      if case .start("style", _, _) = token { isStyle = true } else { isStyle = false }
    }
  }

  private mutating func add(_ statement: StyleStatement, isForDark: Bool) {
    switch statement {
    case .plain: break
    case .group(let prelude, _, let inside):
      let isDark = prelude.contains("prefers-color-scheme") && prelude.contains("dark")
      guard isDark || prelude.contains("@media all") else { return }
      hasDark = hasDark || isDark
      for statement in inside { add(statement, isForDark: isDark || isForDark) }
    case .rule(let prelude, _, let all):
      let declarations = all.filter { Self.properties.contains($0.name) }
      guard !declarations.isEmpty, !prelude.hasPrefix("@") else { return }
      for part in Selector.list(prelude) {
        guard case .inlined(let selector) = Selector.read(part) else { continue }
        count += 1
        let rule = Rule(
          selector: selector, declarations: declarations, isForDark: isForDark, order: count)
        if let name = selector.last.classes.first {
          byClass[name, default: []].append(rule)
        } else {
          others.append(rule)
        }
      }
    }
  }

  /// What holds for an element, weakest first: sheet, its own style, then what is important.
  func cascade(
    _ own: [Declaration], _ path: [StyledElement], isDark: Bool
  ) -> [Declaration] {
    guard let element = path.last else { return own }
    var rules = others
    for name in element.classes { rules += byClass[name] ?? [] }
    let declarations = rules.filter { (isDark || !$0.isForDark) && $0.selector.matches(path) }
      .sorted { ($0.selector.specificity, $0.order) < ($1.selector.specificity, $1.order) }
      .flatMap(\.declarations)
    return declarations.filter { !$0.isImportant } + own + declarations.filter(\.isImportant)
  }
}
