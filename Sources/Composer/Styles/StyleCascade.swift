/// Which declarations of an element hold, in an order in which the last one wins.
enum StyleCascade {
  /// Joins what rules say, weakest first, with the element's own `style`.
  static func joined(_ rules: [[Declaration]], own: [Declaration]) -> [Declaration] {
    let sources = rules + [own]
    var all: [(declaration: Declaration, source: Int)] = []
    for isImportant in [false, true] {
      for (source, declarations) in sources.enumerated() {
        for declaration in declarations where declaration.isImportant == isImportant {
          all.append((declaration, source))
        }
      }
    }
    return all.indices.filter { index in
      let one = all[index]
      return !all[(index + 1)...].contains { later in
        if later.declaration.name == one.declaration.name {
          // Twice in one rule is a value for old programs and one for new ones: both stay.
          return later.source != one.source
            || later.declaration.isImportant != one.declaration.isImportant
            || later.declaration.value == one.declaration.value
        }
        return covers(later.declaration.name, one.declaration.name)
      }
    }.map { all[$0].declaration }
  }

  /// Whether a property sets another one as well: `margin` sets `margin-top`.
  static func covers(_ name: String, _ other: String) -> Bool {
    guard other.utf8.count > name.utf8.count || name == "font" else { return false }
    switch name {
    case "margin", "padding", "outline", "list-style", "text-decoration", "background", "flex",
      "overflow", "border-top", "border-right", "border-bottom", "border-left", "border-image",
      "columns", "column-rule", "text-emphasis", "animation", "transition":
      // Corners belong to no side: border-top-left-radius is not of border-top.
      return other.hasPrefix(name + "-") && !other.hasSuffix("radius")
        && !(name == "outline" && other == "outline-offset")
        && !(name == "background" && other == "background-blend-mode")
    case "font":
      return other == "line-height"
        || (other.hasPrefix("font-") && other != "font-synthesis" && other != "font-palette")
    case "border-width", "border-style", "border-color":
      let part = name.dropFirst("border-".count)
      return ["top", "right", "bottom", "left"].contains { other == "border-\($0)-\(part)" }
    case "border":
      return sides.contains { other == $0 || other.hasPrefix($0 + "-") }
        && !other.hasSuffix("radius")
    case "border-radius": return other.hasPrefix("border-") && other.hasSuffix("-radius")
    default: return false
    }
  }

  private static let sides = [
    "border-top", "border-right", "border-bottom", "border-left", "border-width", "border-style",
    "border-color", "border-image",
  ]
}
