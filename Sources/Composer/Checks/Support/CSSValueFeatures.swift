import Mail

/// The features that are in a declaration's value: units, functions, words.
enum CSSValueFeatures {
  private static let functions = [
    "calc": "unit-calc", "min": "function-min", "max": "function-max", "clamp": "function-clamp",
    "light-dark": "function-light-dark", "linear-gradient": "linear-gradient",
    "radial-gradient": "radial-gradient", "conic-gradient": "conic-gradient", "rgb": "rgb",
    "rgba": "rgba", "var": "variables", "lch": "modern-color", "oklch": "modern-color",
    "lab": "modern-color", "oklab": "modern-color",
  ]

  static func of(_ declaration: Declaration) -> [String] {
    var features: [String] = declaration.isImportant ? ["css-important"] : []
    let value = declaration.value.lowercased()
    // Fonts and addresses have names that look like anything.
    guard !declaration.name.hasPrefix("font-family"), !value.contains("url(") else {
      return features
    }
    if declaration.name == "display" {
      switch value {
      case "flex", "inline-flex": features.append("css-display-flex")
      case "grid", "inline-grid": features.append("css-display-grid")
      case "none": features.append("css-display-none")
      default: break
      }
    }
    for word in value.split(whereSeparator: { " ,)/".contains($0) }) {
      for part in word.split(separator: "(").dropLast() {
        if let name = functions[String(part)] { features.append("css-\(name)") }
      }
      if word.contains("("), word.last == "(", let name = functions[String(word.dropLast())] {
        features.append("css-\(name)")
      }
      guard let last = word.split(separator: "(").last else { continue }
      let unit = last.drop { $0.isNumber || ".+-".contains($0) }
      if unit.utf8.count < last.utf8.count, !unit.isEmpty {
        features.append("css-unit-\(unit == "%" ? "percent" : String(unit))")
      }
      if last == "initial" { features.append("css-unit-initial") }
      if ["fit-content", "min-content", "max-content"].contains(last) {
        features.append("css-intrinsic-size")
      }
    }
    return features
  }
}
