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
      if case .other(let text) = token, isStyle { read(text, condition: "", depth: 0) }
      if case .start("style", _, _) = token { isStyle = true } else { isStyle = false }
    }
  }

  private mutating func read(_ text: String, condition: String, depth: Int) {
    var reader = StyleReader(text: text, file: "style")
    while let (prelude, body) = (try? reader.next()) ?? nil {
      if prelude.hasPrefix("@") {
        let isDark =
          prelude.contains("prefers-color-scheme: dark")
          || prelude.contains("prefers-color-scheme:dark")
        guard isDark || prelude.contains("@media all"), depth < 3 else { continue }
        hasDark = hasDark || isDark
        read(body, condition: isDark ? "dark" : condition, depth: depth + 1)
        continue
      }
      let declarations = Declaration.parse(body).filter { Self.properties.contains($0.name) }
      guard !declarations.isEmpty else { continue }
      for part in prelude.split(separator: ",") {
        guard let selector = Selector(String(part).trimmed()) else { continue }
        count += 1
        let rule = Rule(
          selector: selector, declarations: declarations, isForDark: condition == "dark",
          order: count)
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
