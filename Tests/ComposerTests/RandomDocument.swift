/// Small documents and sheets that touch each other in many ways.
enum RandomDocument {
  private static let types = ["div", "p", "b", "i", "span", "table", "ul", "h2"]
  private static let classes = ["a", "b", "c"]

  static func sheet(_ random: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 1...10, using: &random)).map { _ in
      let selectors = (0..<Int.random(in: 1...2, using: &random)).map { _ in selector(&random) }
      let declarations = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        declaration(&random)
      }
      return "\(selectors.joined(separator: ", ")) { \(declarations.joined(separator: "; ")) }"
    }.joined(separator: "\n")
  }

  static func body(_ random: inout some RandomNumberGenerator) -> String {
    (0..<3).map { _ in element(depth: 0, &random) }.joined(separator: "\n")
  }

  private static func selector(_ random: inout some RandomNumberGenerator) -> String {
    var parts = [compound(&random)]
    while Int.random(in: 0..<5, using: &random) > 2, parts.count < 4 {
      parts.append(Bool.random(using: &random) ? " > " : " ")
      parts.append(compound(&random))
    }
    return parts.joined()
  }

  private static func compound(_ random: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: pick(types, &random)
    case 2: pick(types, &random) + "." + pick(classes, &random)
    case 3: "." + pick(classes, &random) + "." + pick(classes, &random)
    case 4: Bool.random(using: &random) ? "#x" : "*"
    default: "." + pick(classes, &random)
    }
  }

  static func declaration(_ random: inout some RandomNumberGenerator) -> String {
    let length = "\(Int.random(in: 0...9, using: &random))px"
    let other = "\(Int.random(in: 0...9, using: &random))px"
    let colour = pick(["red", "blue", "#123456", "rgb(1, 2, 3)"], &random)
    let side = pick(["top", "right", "bottom", "left"], &random)
    let text = pick(
      [
        "color: \(colour)", "background-color: \(colour)", "background: \(colour)",
        "margin: \(length)", "margin: \(length) \(other)", "margin-\(side): \(length)",
        "padding: \(length) \(other) 1px", "padding-\(side): \(length)",
        "border: \(length) solid \(colour)", "border-\(side): \(length) dotted \(colour)",
        "border-\(side)-color: \(colour)", "border-color: \(colour)", "border-width: \(length)",
        "border-radius: \(length) \(other)", "border-top-left-radius: \(length)",
        "font: bold 12px/2 Arial", "font-size: 1\(length)", "font-weight: normal",
        "line-height: 1.5", "text-decoration: underline", "text-decoration-color: \(colour)",
        "list-style: square", "list-style-type: circle",
        "text-align: \(pick(["left", "right"], &random))",
        "overflow: hidden", "overflow-x: scroll", "outline: 1px solid \(colour)",
        "outline-offset: \(length)", "background-repeat: no-repeat",
      ], &random)
    return text + (Int.random(in: 0..<8, using: &random) == 0 ? " !important" : "")
  }

  private static func element(depth: Int, _ random: inout some RandomNumberGenerator) -> String {
    let type = pick(types, &random)
    var attributes = ""
    if Int.random(in: 0..<3, using: &random) > 0 {
      let names = (0...Int.random(in: 0...1, using: &random)).map { _ in pick(classes, &random) }
      attributes += " class=\"\(names.joined(separator: " "))\""
    }
    if Int.random(in: 0..<9, using: &random) == 0 { attributes += " id=\"x\"" }
    if Int.random(in: 0..<4, using: &random) == 0 {
      attributes += " style=\"\(declaration(&random))\""
    }
    let inside =
      depth > 3
      ? "x"
      : (0..<Int.random(in: 0...3, using: &random)).map { _ in
        element(depth: depth + 1, &random)
      }.joined()
    switch type {
    case "table": return "<table\(attributes)><tr><td>\(inside)</table>"
    case "ul": return "<ul\(attributes)><li>\(inside)<li class=\"b\">y</ul>"
    // A paragraph may hold no blocks.
    case "p", "h2": return "<\(type)\(attributes)>x<b class=\"c\">y</b></\(type)>"
    case "b", "i", "span": return "<\(type)\(attributes)>x</\(type)>"
    default: return "<\(type)\(attributes)>\(inside)</\(type)>"
    }
  }

  private static func pick(_ list: [String], _ random: inout some RandomNumberGenerator) -> String {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}
