import Mail

/// The features of HTML and CSS that a letter really uses.
///
/// Declarations within an at-rule are left out: where the at-rule is known they refine, where it is
/// not the letter stands as it is inlined. Comments are left out with what is in them for Outlook.
struct FeatureUse {
  /// The data set's name with the letter's own words for the first use, such as `float: left`.
  private(set) var found: [String: String] = [:]
  private(set) var order: [String] = []
  /// Style elements whose braces don't match.
  private(set) var brokenStyles: [String] = []

  init(_ tokens: [HTMLToken]) {
    var isStyle = false
    for token in tokens {
      switch token {
      case .start(let name, let attributes, _):
        isStyle = name == "style"
        element(name, attributes)
      case .other(let raw):
        if isStyle { sheet(raw) }
        isStyle = false
      case .text, .end: isStyle = false
      }
    }
  }

  private mutating func note(_ feature: String, _ shown: String) {
    guard SupportTable.lacks(feature) != nil, found[feature] == nil else { return }
    found[feature] = shown
    order.append(feature)
  }

  private static let elements: [String: String] = [
    "ul": "lists", "ol": "lists", "dl": "lists", "map": "image-maps", "article": "semantics",
    "section": "semantics", "nav": "semantics", "header": "semantics", "footer": "semantics",
    "main": "semantics", "aside": "semantics", "figure": "semantics", "s": "strike",
  ]

  private mutating func element(_ name: String, _ attributes: [HTMLToken.Attribute]) {
    let type = HTMLLink.value("type", attributes).map { "-\($0.lowercased())" } ?? ""
    for feature in [Self.elements[name] ?? name, name + type] {
      note("html-" + feature, "<\(name)>")
    }
    for attribute in attributes where !attribute.name.isEmpty {
      let value = attribute.value.map(HTMLText.unescape) ?? ""
      switch attribute.name {
      case "style": declarations(Declaration.list(value), attributes)
      case "href":
        if value.hasPrefix("#") { note("html-anchor-links", "a link within the letter") }
        if value.hasPrefix("mailto:") { note("html-mailto-links", "mailto:") }
      case "loading": note("html-loading-attribute", "loading=")
      case "inert": note("css-inert-attribute", "inert")
      case "sizes": note("html-srcset", "sizes=")
      case "name" where name == "meta" && value == "color-scheme":
        note("html-meta-color-scheme", "<meta name=\"color-scheme\">")
      default: note("html-" + attribute.name, "\(attribute.name)=")
      }
    }
  }

  private mutating func sheet(_ text: String) {
    var reader = StyleReader(text: text, file: "style")
    for statement in reader.read() {
      switch statement {
      case .plain(let prelude, _), .group(let prelude, _, _): atRule(prelude)
      case .rule(let prelude, _, _) where prelude.hasPrefix("@"): atRule(prelude)
      case .rule(let prelude, _, let inside):
        selector(prelude)
        declarations(inside, [])
      }
    }
    brokenStyles += reader.problems.prefix(3).map(\.message)
  }

  private mutating func atRule(_ prelude: String) {
    let name = prelude.dropFirst().prefix { $0.isLetter || $0 == "-" }.lowercased()
    note("css-at-\(name)", "@\(name)")
    guard name == "media" else { return }
    for part in ["hover", "orientation", "prefers-color-scheme", "prefers-reduced-motion"]
    where prelude.contains(part) {
      note("css-at-media-\(part)", "@media (\(part))")
    }
    if prelude.contains("device-pixel-ratio") {
      note("css-at-media-device-pixel-ratio", "@media (device-pixel-ratio)")
    }
  }

  private mutating func selector(_ prelude: String) {
    let shown = String(prelude.prefix(40))
    for (sign, feature) in [
      ("[", "attribute"), (">", "child"), ("+", "adjacent-sibling"), ("~", "general-sibling"),
      ("*", "universal"), (",", "grouping"),
    ] where prelude.contains(sign) { note("css-selector-\(feature)", shown) }
    for part in prelude.split(separator: ":").dropFirst() {
      let name = part.prefix { $0.isLetter || $0 == "-" }.lowercased()
      note("css-pseudo-class-\(name)", ":\(name)")
      note("css-pseudo-element-\(name)", "::\(name)")
    }
  }

  private mutating func declarations(
    _ all: [Declaration], _ attributes: [HTMLToken.Attribute]
  ) {
    for declaration in all {
      let shown = "\(declaration.name): \(declaration.value.prefix(40))"
      if let feature = Self.feature(of: declaration, among: all, attributes) {
        note(feature, shown)
      }
      for feature in CSSValueFeatures.of(declaration) { note(feature, shown) }
    }
  }

  private static let families = [
    "margin-block", "margin-inline", "padding-block", "padding-inline", "margin", "padding",
    "border-image", "border-collapse", "border-spacing", "border-inline", "border-block", "border",
    "list-style", "text-emphasis", "animation", "transition", "mask", "scroll-snap",
    "grid-template",
  ]

  /// The data set's name of a property; nil where it has none or its fallback stands beside it.
  private static func feature(
    of declaration: Declaration, among all: [Declaration], _ attributes: [HTMLToken.Attribute]
  ) -> String? {
    let name = declaration.name
    switch name {
    case "left", "right", "top", "bottom": return "css-left-right-top-bottom"
    case "row-gap", "column-gap": return "css-gap"
    case "height", "width":
      // The attribute says the same, and `auto` is what happens anyway.
      let isSaid = attributes.contains { $0.name == name } || declaration.value == "auto"
      let isByLine = name == "height" && all.contains { $0.name == "line-height" }
      return isSaid || isByLine ? nil : "css-\(name)"
    case _ where name.hasPrefix("border") && name.hasSuffix("radius"): return "css-border-radius"
    case _ where SupportTable.lacks("css-\(name)") != nil: return "css-\(name)"
    default:
      return families.first { name.hasPrefix($0 + "-") }.map { "css-\($0)" }
    }
  }
}
