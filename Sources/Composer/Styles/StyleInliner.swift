package import Mail

/// Writes a style sheet's rules into the elements of a letter, as mail programs need it.
///
/// Fails never: what it does not understand stays as it is. What holds is decided as in CSS:
/// importance, the element's own `style`, specificity, order.
package struct StyleInliner: Sendable {
  private let sheet: StyleSheet
  private var byID: [String: [Int]] = [:]
  private var byClass: [String: [Int]] = [:]
  private var byType: [String: [Int]] = [:]
  private var others: [Int] = []
  private let keptClasses: Set<String>

  package init(_ sheet: StyleSheet) {
    self.sheet = sheet
    keptClasses = sheet.headClasses
    for (index, rule) in sheet.rules.enumerated() {
      let last = rule.selector.last
      if let id = last.id {
        byID[id, default: []].append(index)
      } else if let name = last.classes.first {
        byClass[name, default: []].append(index)
      } else if let type = last.type {
        byType[type, default: []].append(index)
      } else {
        others.append(index)
      }
    }
  }

  /// Inlines the rules and takes needless blanks out of the text between elements.
  package func inline(_ html: String, language: Language) -> String {
    var output = ""
    output.reserveCapacity(html.utf8.count * 2)
    var open = OpenElements()
    var written: [StyleKey: String] = [:]
    var scanner = HTMLScanner(html)
    while let token = scanner.next() {
      switch token {
      case .text(let text): output += open.preformatted > 0 ? text : Self.collapsed(text)
      case .other(let raw): output += raw
      case .end(let name, let raw):
        open.close(name)
        output += raw
      case .start(let name, let attributes, _):
        open.prepare(for: name)
        let element = StyledElement(
          name, attributes, above: open.path.last, language: language)
        open.open(element)
        let own = attributes.first { $0.name == "style" }?.value
        let style = open.isTooDeep ? own.map(Self.quoted) : style(open.path, own: own, &written)
        write(name, attributes, element, style, to: &output)
        if HTMLToken.voidElements.contains(name) { open.close(name) }
      }
    }
    return output
  }

  /// What decides over an element's styles: elements that agree in it look the same.
  private struct StyleKey: Hashable {
    let rules: [Int]
    let language: String
    let direction: String
    let own: String?
  }

  private static let unstyled: Set<String> = [
    "head", "meta", "title", "style", "script", "link", "base", "xml", "source",
  ]

  /// The text of an element's `style`, escaped; nil where it has none.
  private func style(
    _ path: [StyledElement], own: String?, _ written: inout [StyleKey: String]
  ) -> String? {
    guard let element = path.last, !Self.unstyled.contains(element.type) else { return own }
    var found = others + byType[element.type, default: []]
    if let id = element.id { found += byID[id, default: []] }
    for (index, name) in element.classes.enumerated()
    where element.classes.firstIndex(of: name) == index {
      found += byClass[name, default: []]
    }
    found = found.filter { sheet.rules[$0].selector.matches(path) }
    found.sort {
      (sheet.rules[$0].selector.specificity, $0) < (sheet.rules[$1].selector.specificity, $1)
    }
    if found.isEmpty, own?.contains("var(") != true { return own.map(Self.quoted) }
    let key = StyleKey(
      rules: found, language: element.language, direction: element.direction, own: own)
    if let text = written[key] { return text }
    let text = text(found, element, own)
    written[key] = text
    return text
  }

  private func text(_ rules: [Int], _ element: StyledElement, _ own: String?) -> String {
    let inSheet = rules.map { rule in
      sheet.rules[rule].declarations.filter { !$0.name.hasPrefix("--") }.map {
        sheet.variables.resolve(
          $0, language: element.language, direction: element.direction)
      }
    }
    // Their own directions are what the theme's `start` and `end` are for.
    let inTag = Declaration.list(HTMLText.unescape(own ?? "")).map {
      sheet.variables.resolve($0, language: element.language, direction: "ltr")
    }
    return Self.attribute(
      StyleCascade.joined(inSheet, own: inTag).filter { !$0.value.isEmpty }
        .map { "\($0.name):\($0.value)" }.joined(separator: ";"))
  }

  /// A style as an attribute's value; strings in it get single quotes where they can.
  private static func attribute(_ text: String) -> String {
    let quoted = text.contains("'") ? text : text.replacing("\"", with: "'")
    guard quoted.utf8.contains(where: { $0 == 0x26 || $0 == 0x22 || $0 == 0x3C || $0 == 0x3E })
    else { return quoted }
    return HTMLText.escape(quoted).replacing("&#39;", with: "'")
  }

  private static func quoted(_ raw: String) -> String {
    raw.contains("\"") ? raw.replacing("\"", with: "&quot;") : raw
  }

  private func write(
    _ name: String, _ attributes: [HTMLToken.Attribute], _ element: StyledElement,
    _ style: String?, to output: inout String
  ) {
    output += "<"
    output += name
    for attribute in attributes {
      guard let value = attribute.value else {
        output += " \(attribute.name)"
        continue
      }
      switch attribute.name {
      case "style": break
      case "class":
        let kept = element.classes.filter(keptClasses.contains)
        if !kept.isEmpty { output += " class=\"\(kept.joined(separator: " "))\"" }
      default:
        output += " "
        output += attribute.name
        output += "=\""
        output += Self.quoted(value)
        output += "\""
      }
    }
    if let style, !style.isEmpty { output += " style=\"\(style)\"" }
    output += ">"
  }

  /// A run of blanks with a line feed in it becomes one line feed.
  private static func collapsed(_ text: String) -> String {
    guard text.utf8.contains(0x0A) else { return text }
    var output: [UInt8] = []
    var blanks: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        blanks.append(byte)
        continue
      }
      if !blanks.isEmpty {
        output += blanks.contains(0x0A) ? [0x0A] : blanks
        blanks = []
      }
      output.append(byte)
    }
    output += blanks.contains(0x0A) ? [0x0A] : blanks
    return String(decoding: output, as: UTF8.self)
  }
}
