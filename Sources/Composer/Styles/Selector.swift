import Mail

/// A selector that can be inlined: types, classes and ids, nested by blanks and `>`.
struct Selector: Hashable, Sendable {
  struct Compound: Hashable, Sendable {
    var type: String?
    var id: String?
    var classes: [String] = []

    func matches(_ element: StyledElement) -> Bool {
      (type == nil || type == element.type) && (id == nil || id == element.id)
        && classes.allSatisfy(element.classes.contains)
    }
  }

  struct Step: Hashable, Sendable {
    let compound: Compound
    /// Whether it hangs directly on the one before.
    let isChild: Bool
  }

  /// From the outermost to the element itself.
  private(set) var steps: [Step] = []

  var last: Compound { steps.last?.compound ?? Compound() }

  /// Ids, classes and types, weighed as CSS does.
  var specificity: Int {
    steps.reduce(0) { sum, step in
      sum + (step.compound.id == nil ? 0 : 1_000_000) + step.compound.classes.count * 1000
        + (step.compound.type == nil ? 0 : 1)
    }
  }

  /// Whether the last of the open elements is meant.
  ///
  /// Steps that hang on each other by `>` are looked for together, each group as near as it can be:
  /// that leaves the most room for the groups before it, so nothing has to be tried twice.
  func matches(_ path: [StyledElement]) -> Bool {
    guard let element = path.last, last.matches(element) else { return false }
    var step = steps.count - 1
    var level = path.count - 1
    // The last group stands where the element is.
    while steps[step].isChild {
      step -= 1
      level -= 1
      guard level >= 0, steps[step].compound.matches(path[level]) else { return false }
    }
    while step > 0 {
      step -= 1
      var length = 0
      while steps[step - length].isChild { length += 1 }
      level -= 1
      while level >= 0, !matchesGroup(step, length, level, path) { level -= 1 }
      guard level >= 0 else { return false }
      step -= length
      level -= length
    }
    return true
  }

  private func matchesGroup(
    _ step: Int, _ length: Int, _ level: Int, _ path: [StyledElement]
  ) -> Bool {
    guard level - length >= 0 else { return false }
    return (0...length).allSatisfy { steps[step - $0].compound.matches(path[level - $0]) }
  }

  enum Reading: Hashable {
    case inlined(Selector)
    /// Has to stay in a style sheet; a reason where that is a loss.
    case head(String?)
    case wrong(String)
  }

  /// Reads one selector, without commas.
  static func read(_ text: String) -> Reading {
    if text.isEmpty { return .wrong("a selector is missing beside a comma") }
    if text.contains(":") || text.contains("[") || text.contains("(") { return state(text) }
    if text.contains("+") || text.contains("~") {
      return .head(loss("+ and ~ ask for what stands before"))
    }
    var selector = Selector()
    var isChild = false
    for part in text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if part == ">" {
        if isChild || selector.steps.isEmpty { return .wrong("expected a selector before >") }
        isChild = true
        continue
      }
      guard let compound = compound(part) else {
        return .wrong("\"\(part)\" is no selector; expected one such as p, .name or #name")
      }
      selector.steps.append(Step(compound: compound, isChild: isChild))
      isChild = false
    }
    if isChild { return .wrong("expected a selector behind >") }
    return .inlined(selector)
  }

  /// Cuts a list at its commas, outside of brackets and strings.
  static func list(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([".contains(character) {
        depth += 1
      } else if ")]".contains(character) {
        depth -= 1
      } else if character == ",", depth <= 0 {
        parts.append(part.trimmed())
        part = ""
        continue
      }
      part.append(character)
    }
    return parts + [part.trimmed()]
  }

  /// States can only stay in a sheet; attributes and places could not be told from them reliably.
  private static func state(_ text: String) -> Reading {
    if text.contains("[") { return .head(loss("it asks for an attribute")) }
    let asksForPlace = [":nth", ":first", ":last", ":only", ":not(", ":is(", ":where(", ":has("]
    if let name = asksForPlace.first(where: text.contains) {
      return .head(
        loss("\(name)\(name.hasSuffix("(") ? ")" : "") is not read when a letter is made"))
    }
    return .head(nil)
  }

  private static func loss(_ reason: String) -> String {
    "stays in the letter's head, which many mail programs do not read: \(reason); give the "
      + "element a class"
  }

  private static func compound(_ text: Substring) -> Compound? {
    var compound = Compound()
    var rest = text
    if rest.first == "*" {
      rest = rest.dropFirst()
      if rest.isEmpty { return compound }
    } else if let first = rest.first, first != ".", first != "#" {
      let name = rest.prefix { $0 != "." && $0 != "#" }
      guard isName(name) else { return nil }
      compound.type = name.lowercased()
      rest = rest[name.endIndex...]
    }
    while let sign = rest.first {
      let name = rest.dropFirst().prefix { $0 != "." && $0 != "#" }
      guard isName(name) else { return nil }
      if sign == "." {
        compound.classes.append(String(name))
      } else if sign == "#", compound.id == nil {
        compound.id = String(name)
      } else {
        return nil
      }
      rest = rest[name.endIndex...]
    }
    return compound
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return text.unicodeScalars.allSatisfy {
      !$0.isASCII || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
        || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
  }
}
