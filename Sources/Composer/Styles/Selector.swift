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

  /// From the outermost to the element itself; `isChild` says how it hangs on the one before.
  private(set) var steps: [(compound: Compound, isChild: Bool)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.steps.map(\.compound) == right.steps.map(\.compound)
      && left.steps.map(\.isChild) == right.steps.map(\.isChild)
  }

  func hash(into hasher: inout Hasher) {
    for step in steps { hasher.combine(step.compound) }
  }

  /// Nil for what depends on state or attributes and has to stay in a style sheet.
  init?(_ text: String) {
    guard !text.contains(where: { ":[]+~*()\"".contains($0) }) else { return nil }
    var isChild = false
    for part in text.replacing(">", with: " > ").split(whereSeparator: \.isWhitespace) {
      if part == ">" {
        isChild = true
        continue
      }
      guard let compound = Self.compound(part) else { return nil }
      steps.append((compound, isChild))
      isChild = false
    }
    if steps.isEmpty || isChild { return nil }
  }

  var last: Compound { steps.last?.compound ?? Compound() }

  /// Ids, classes and types, weighed as CSS does.
  var specificity: Int {
    steps.reduce(0) { sum, step in
      sum + (step.compound.id == nil ? 0 : 10_000) + step.compound.classes.count * 100
        + (step.compound.type == nil ? 0 : 1)
    }
  }

  /// Whether the last of the open elements is meant.
  func matches(_ path: [StyledElement]) -> Bool {
    guard let element = path.last, last.matches(element) else { return false }
    return matchesBefore(step: steps.count - 1, level: path.count - 1, path)
  }

  private func matchesBefore(step: Int, level: Int, _ path: [StyledElement]) -> Bool {
    guard step > 0 else { return true }
    var above = level - 1
    while above >= 0 {
      if steps[step - 1].compound.matches(path[above]),
        matchesBefore(step: step - 1, level: above, path)
      {
        return true
      }
      if steps[step].isChild { return false }
      above -= 1
    }
    return false
  }

  private static func compound(_ text: Substring) -> Compound? {
    var compound = Compound()
    var kind: Character = " "
    var name = ""
    func take() -> Bool {
      switch kind {
      case " ": compound.type = name.isEmpty ? nil : name.lowercased()
      case ".": compound.classes.append(name)
      default: compound.id = name
      }
      return kind == " " || !name.isEmpty
    }
    for character in text {
      if character == "." || character == "#" {
        guard take() else { return nil }
        kind = character
        name = ""
      } else {
        name.append(character)
      }
    }
    return take() ? compound : nil
  }
}
