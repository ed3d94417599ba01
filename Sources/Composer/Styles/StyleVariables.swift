import Mail

/// The custom properties of a style sheet, by language: `:root` and `:root:lang(ja)`.
///
/// Mail programs know no `var()`, so its values are put in when a letter is composed; a theme is
/// recoloured at one place all the same.
package struct StyleVariables: Hashable, Sendable {
  private var values: [String: [String: String]] = [:]

  package init() {}

  mutating func set(_ name: String, _ value: String, language: String) {
    values[language, default: [:]][name] = value
  }

  var names: Set<String> { Set(values.values.flatMap(\.keys)) }

  /// Every value of a name, whatever the language.
  func all(_ name: String) -> [String] { values.values.compactMap { $0[name] } }

  /// The value for a language: of its whole tag, of its first part, or the common one.
  func value(_ name: String, language: String) -> String? {
    if let value = values[language]?[name] { return value }
    let primary = String(language.prefix { $0 != "-" })
    return values[primary]?[name] ?? values[""]?[name]
  }

  /// A declaration as it is for a language, with values put in, and mirrored from right to left.
  func resolve(_ declaration: Declaration, language: String, direction: String) -> Declaration {
    let resolved =
      declaration.value.contains("var(")
      ? Declaration(
        name: declaration.name, value: resolve(declaration.value, language: language),
        isImportant: declaration.isImportant)
      : declaration
    return direction == "rtl" ? StyleMirror.mirror(resolved) : resolved
  }

  /// Replaces every `var(--name)` and `var(--name, other)`; an unknown name leaves nothing.
  package func resolve(_ text: String, language: String) -> String {
    var budget = 256
    return resolve(text, language, depth: 0, &budget)
  }

  /// Values that name each other end at a depth; ones that multiply, at a number of replacements.
  private func resolve(
    _ text: String, _ language: String, depth: Int, _ budget: inout Int
  ) -> String {
    guard depth < 16 else { return "" }
    var output = ""
    var rest = text[...]
    while let use = Use(in: rest) {
      output += rest[..<use.range.lowerBound]
      rest = rest[use.range.upperBound...]
      budget -= 1
      guard budget >= 0 else { return output }
      output += resolve(
        value(use.name, language: language) ?? use.other ?? "", language, depth: depth + 1, &budget)
    }
    return output + rest
  }

  /// One `var(…)` of a value.
  struct Use {
    let name: String
    /// What stands after the comma.
    let other: String?
    let range: Range<String.Index>

    init?(in text: Substring) {
      guard let start = text.firstRange(of: "var(") else { return nil }
      var level = 1
      var end = start.upperBound
      while end < text.endIndex {
        if text[end] == "(" { level += 1 }
        if text[end] == ")" { level -= 1 }
        if level == 0 { break }
        end = text.index(after: end)
      }
      guard end < text.endIndex else { return nil }
      let inside = text[start.upperBound..<end].split(
        separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
      name = inside.first.map { String($0).trimmed() } ?? ""
      other = inside.count > 1 ? String(inside[1]).trimmed() : nil
      range = start.lowerBound..<text.index(after: end)
    }

    static func all(in text: String) -> [Self] {
      var found: [Self] = []
      var rest = text[...]
      while let use = Self(in: rest) {
        found.append(use)
        if let other = use.other { found += all(in: other) }
        rest = rest[use.range.upperBound...]
      }
      return found
    }
  }
}
