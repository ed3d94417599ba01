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

  /// The value for a language: of its whole tag, of its first part, or the common one.
  func value(_ name: String, language: String) -> String? {
    let primary = String(language.prefix { $0 != "-" })
    return values[language]?[name] ?? values[primary]?[name] ?? values[""]?[name]
  }

  /// A declaration as it is for a language, with values put in, and mirrored from right to left.
  func resolve(_ declaration: Declaration, language: String, direction: String) -> Declaration {
    let resolved = Declaration(
      name: declaration.name, value: resolve(declaration.value, language: language),
      isImportant: declaration.isImportant)
    return direction == "rtl" ? StyleMirror.mirror(resolved) : resolved
  }

  /// Replaces every `var(--name)` and `var(--name, other)`; an unknown name leaves nothing.
  package func resolve(_ text: String, language: String, depth: Int = 0) -> String {
    guard depth < 8, let start = text.firstRange(of: "var(") else { return text }
    var level = 1
    var end = start.upperBound
    while end < text.endIndex {
      if text[end] == "(" { level += 1 }
      if text[end] == ")" { level -= 1 }
      if level == 0 { break }
      end = text.index(after: end)
    }
    guard end < text.endIndex else { return text }
    let inside = text[start.upperBound..<end].split(separator: ",", maxSplits: 1)
    let name = inside.first.map { String($0).trimmed() } ?? ""
    let other = inside.count > 1 ? String(inside[1]).trimmed() : ""
    let found = resolve(
      value(name, language: language) ?? other, language: language, depth: depth + 1)
    let rest = String(text[text.index(after: end)...])
    return text[..<start.lowerBound] + found + resolve(rest, language: language, depth: depth)
  }
}
