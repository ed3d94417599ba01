import Mail

/// Writes the rules that stay in a letter's head.
struct HeadWriter {
  let variables: StyleVariables
  let language: Language

  func text(_ rule: StyleSheet.HeadRule) -> String { text(rule, isImportant: true) }

  func text(_ block: StyleSheet.Block) -> String {
    let canBeImportant = !["keyframes", "-webkit-keyframes", "page"].contains(
      StyleAtRule.name(block.condition))
    return "\(block.condition) {\n"
      + block.rules.map { text($0, isImportant: canBeImportant) }.joined()
      + block.blocks.map { text($0) }.joined() + "}\n"
  }

  private func text(_ rule: StyleSheet.HeadRule, isImportant: Bool) -> String {
    // Nothing is written into the root, so nothing has to be won over.
    let marks = isImportant && !rule.selector.hasPrefix(":root") && !rule.selector.hasPrefix("@")
    let body = rule.declarations.map { declaration in
      let declaration = variables.resolve(
        declaration, language: language.tag, direction: language.direction)
      return "\(declaration.name): \(declaration.value)"
        + (marks || declaration.isImportant ? " !important" : "")
    }
    return "\(rule.selector) { \(body.joined(separator: "; ")) }\n"
  }
}
