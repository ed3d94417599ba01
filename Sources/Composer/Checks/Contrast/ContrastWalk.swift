import Mail

/// Walks a letter and finds text that stands out too little from its ground.
///
/// Colours are inherited as CSS does; what lies on a picture is left out.
struct ContrastWalk {
  struct Finding: Hashable {
    let snippet: String
    let colour: String
    let ground: String
    let ratio: Double
    let needed: Double
    let isDark: Bool
  }

  /// How text is painted where the walk stands.
  private struct Paint {
    var colour: Colour
    /// Nil on a picture.
    var ground: Colour?
    var size = 16.0
    var isBold = false
    var isHidden = false
  }

  /// Deeper elements are painted as the last one that counts, so that no letter can cost much.
  private static let maximumDepth = 200

  let isDark: Bool
  private let styles: HeadStyles
  private var names: [String] = []
  private var path: [StyledElement] = []
  private var paints: [Paint]
  private var seen: Set<String> = []
  private(set) var findings: [Finding] = []

  init(_ tokens: [HTMLToken], styles: HeadStyles, isDark: Bool) {
    self.isDark = isDark
    self.styles = styles
    paints = [
      Paint(
        colour: isDark ? .white : .black, ground: isDark ? Colour("#121212") : .white)
    ]
    for token in tokens {
      switch token {
      case .start(let name, let attributes, _): open(name, attributes)
      case .end(let name, _):
        guard let index = names.lastIndex(of: name) else { continue }
        names.removeSubrange(index...)
        path.removeSubrange(index...)
        paints.removeSubrange((index + 1)...)
      case .text(let text): judge(text)
      case .other: break
      }
    }
  }

  private mutating func open(_ name: String, _ attributes: [HTMLToken.Attribute]) {
    guard !HTMLToken.voidElements.contains(name), names.count < Self.maximumDepth,
      var paint = paints.last
    else { return }
    let element = StyledElement(
      type: name, id: HTMLLink.value("id", attributes),
      classes: HTMLLink.value("class", attributes)?.split(separator: " ").map(String.init) ?? [],
      language: "", direction: "")
    path.append(element)
    names.append(name)
    switch name {
    case "head", "script", "noscript": paint.isHidden = true
    case "a":
      paint.colour = isDark ? Colour("#9e9eff") ?? paint.colour : Colour("#0000ee") ?? .black
    case "b", "strong", "th": paint.isBold = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      paint.isBold = true
      paint.size *= ["h1": 2, "h2": 1.5, "h3": 1.17][name] ?? 1
    default: break
    }
    if HTMLLink.value("hidden", attributes) != nil { paint.isHidden = true }
    if let colour = HTMLLink.value("bgcolor", attributes).flatMap(Colour.init) {
      paint.ground = paint.ground.map { colour.on($0) } ?? colour
    }
    if HTMLLink.value("background", attributes) != nil { paint.ground = nil }
    if name == "font", let colour = HTMLLink.value("color", attributes).flatMap(Colour.init) {
      paint.colour = colour
    }
    let own = HTMLLink.value("style", attributes).map { Declaration.list($0) } ?? []
    for declaration in styles.cascade(own, path, isDark: isDark) {
      Self.apply(declaration, to: &paint, inherited: paints.last?.size ?? 16)
    }
    paints.append(paint)
  }

  private static func apply(
    _ declaration: Declaration, to paint: inout Paint, inherited: Double
  ) {
    let value = declaration.value.lowercased()
    switch declaration.name {
    case "color": if let colour = Colour(value) { paint.colour = colour }
    case "background-color", "background":
      if value.contains("url(") || value.contains("gradient(") {
        paint.ground = nil
      } else if let colour = Colour(value)
        ?? value.split(separator: " ").lazy.compactMap({ Colour($0) }).first
      {
        paint.ground = colour.alpha < 1 ? paint.ground.map { colour.on($0) } : colour
      }
    case "background-image": if value != "none" { paint.ground = nil }
    case "font-size":
      if let size = size(value, inherited: inherited) { paint.size = size }
      if paint.size <= 1 { paint.isHidden = true }
      if paint.size > 1, declaration.isImportant { paint.isHidden = false }
    case "font-weight":
      paint.isBold = value == "bold" || value == "bolder" || (Int(value) ?? 0) >= 700
    case "display": if value == "none" { paint.isHidden = true }
    case "visibility": if value == "hidden" { paint.isHidden = true }
    case "max-height": if value == "0" || value == "0px" { paint.isHidden = true }
    case "opacity":
      if let opacity = Double(value) {
        if opacity <= 0 { paint.isHidden = true } else { paint.colour.alpha *= min(1, opacity) }
      }
    default: break
    }
  }

  private static func size(_ value: String, inherited: Double) -> Double? {
    let digits = value.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits) else { return nil }
    switch value.dropFirst(digits.count) {
    case "px", "": return number
    case "pt": return number * 4 / 3
    case "em": return number * inherited
    case "rem": return number * 16
    case "%": return number * inherited / 100
    default: return nil
    }
  }

  private mutating func judge(_ text: String) {
    guard let paint = paints.last, !paint.isHidden, let ground = paint.ground,
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.value > 0x2000 })
    else { return }
    let words = CleanText.clean(HTMLText.unescape(text)).trimmed()
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    let colour = paint.colour.on(ground)
    let isLarge = paint.size >= 24 || (paint.isBold && paint.size >= 18.66)
    let needed = isLarge ? 3.0 : 4.5
    let ratio = colour.contrast(with: ground)
    guard ratio < needed - 0.005, seen.insert("\(colour.hex) \(ground.hex) \(isLarge)").inserted
    else { return }
    findings.append(
      Finding(
        snippet: String(words.prefix(40)), colour: colour.hex, ground: ground.hex, ratio: ratio,
        needed: needed, isDark: isDark))
  }
}
