/// The elements that are open at a place of a document, outermost first.
///
/// Ends that HTML lets people leave out are put in as browsers do, so that a selector sees the same
/// tree; depth ends where browsers end it.
struct OpenElements {
  private(set) var path: [StyledElement] = []
  /// How many of them keep their blanks.
  private(set) var preformatted = 0
  private var beyond = 0

  /// Whether the element that was opened last is not in the path.
  var isTooDeep: Bool { beyond > 0 }

  private static let maximumDepth = 512

  /// Opens an element.
  mutating func open(_ element: StyledElement) {
    guard path.count < Self.maximumDepth else {
      beyond += 1
      return
    }
    if element.type == "pre" { preformatted += 1 }
    path.append(element)
  }

  /// Closes what a start tag closes by itself, and gives a row of a table its body.
  mutating func prepare(for type: String) {
    guard let top = path.last else { return }
    if let rule = Self.implied[type] {
      close(rule.closes, boundary: rule.boundary)
    } else if Self.blocks.contains(type) {
      close(["p"], boundary: Self.boundaries)
    }
    if type == "tr", let table = path.last, table.type == "table" {
      path.append(
        StyledElement(
          type: "tbody", id: nil, classes: [], language: top.language, direction: top.direction))
    }
  }

  /// Closes an element and what is open in it.
  mutating func close(_ type: String) {
    if beyond > 0 {
      beyond -= 1
      return
    }
    guard let index = path.lastIndex(where: { $0.type == type }) else { return }
    remove(from: index)
  }

  private mutating func close(_ types: Set<String>, boundary: Set<String>) {
    for index in path.indices.reversed() {
      if types.contains(path[index].type) { return remove(from: index) }
      if boundary.contains(path[index].type) { return }
    }
  }

  private mutating func remove(from index: Int) {
    for element in path[index...] where element.type == "pre" { preformatted -= 1 }
    path.removeSubrange(index...)
  }

  private static let implied: [String: (closes: Set<String>, boundary: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "menu", "table", "td", "th"]),
    "dt": (["dt", "dd"], ["dl", "table", "td", "th"]),
    "dd": (["dt", "dd"], ["dl", "table", "td", "th"]),
    "td": (["td", "th"], ["tr", "table"]), "th": (["td", "th"], ["tr", "table"]),
    "tr": (["tr"], ["table"]), "tbody": (["tbody", "thead", "tfoot"], ["table"]),
    "tfoot": (["tbody", "thead", "tfoot"], ["table"]),
    "thead": (["tbody", "thead", "tfoot"], ["table"]),
    "option": (["option"], ["select"]),
  ]

  private static let boundaries: Set<String> = ["table", "td", "th", "caption", "html", "button"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav",
    "ol", "p", "pre", "section", "table", "ul",
  ]
}
