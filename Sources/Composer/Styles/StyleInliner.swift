package import Mail

/// Writes a style sheet's rules into the elements of a letter, as mail programs need it.
///
/// Fails never: what it does not understand stays as it is. Declarations of an element's own
/// `style` attribute win; equal ones go by specificity, then order.
package struct StyleInliner: Sendable {
  private let sheet: StyleSheet
  private var byClass: [String: [StyleSheet.Rule]] = [:]
  private var byType: [String: [StyleSheet.Rule]] = [:]
  private var others: [StyleSheet.Rule] = []
  private let keptClasses: Set<String>

  package init(_ sheet: StyleSheet) {
    self.sheet = sheet
    keptClasses = sheet.headClasses
    for rule in sheet.rules {
      let last = rule.selector.last
      if let name = last.classes.first {
        byClass[name, default: []].append(rule)
      } else if let type = last.type {
        byType[type, default: []].append(rule)
      } else {
        others.append(rule)
      }
    }
  }

  /// Inlines the rules and takes needless blanks out of the text between elements.
  package func inline(_ html: String, language: Language) -> String {
    var output = ""
    output.reserveCapacity(html.utf8.count * 2)
    var open: [StyledElement] = []
    for token in HTMLScanner.tokens(html) {
      switch token {
      case .text(let text):
        output += open.contains { $0.type == "pre" } ? text : Self.collapsed(text)
      case .other(let raw): output += raw
      case .end(let name, let raw):
        if let index = open.lastIndex(where: { $0.type == name }) {
          open.removeSubrange(index...)
        }
        output += raw
      case .start(let name, let attributes, _):
        let element = Self.element(
          name, attributes, language: open.last?.language ?? language.tag,
          direction: open.last?.direction ?? language.direction)
        open.append(element)
        output += write(name, attributes, open, element)
        if HTMLToken.voidElements.contains(name) { open.removeLast() }
      }
    }
    return output
  }

  private func write(
    _ name: String, _ attributes: [HTMLToken.Attribute], _ path: [StyledElement],
    _ element: StyledElement
  ) -> String {
    var rules = byType[name, default: []] + others
    for className in element.classes { rules += byClass[className, default: []] }
    let matching = rules.filter { $0.selector.matches(path) }.sorted {
      ($0.selector.specificity, $0.order) < ($1.selector.specificity, $1.order)
    }
    var declarations: [Declaration] = []
    for declaration in matching.flatMap(\.declarations) {
      if let index = declarations.firstIndex(where: { $0.name == declaration.name }) {
        if declarations[index].isImportant, !declaration.isImportant { continue }
        declarations.remove(at: index)
      }
      declarations.append(declaration)
    }
    var style = declarations.map { declaration in
      let declaration = sheet.variables.resolve(
        declaration, language: element.language, direction: element.direction)
      return "\(declaration.name):\(declaration.value.replacing("\"", with: "'"))"
    }.joined(separator: ";")
    var output = "<\(name)"
    for attribute in attributes {
      guard let value = attribute.value else {
        output += " \(attribute.name)"
        continue
      }
      switch attribute.name {
      case "style": style += (style.isEmpty || value.isEmpty ? "" : ";") + value
      case "class":
        let kept = element.classes.filter(keptClasses.contains)
        if !kept.isEmpty { output += " class=\"\(kept.joined(separator: " "))\"" }
      default: output += " \(attribute.name)=\"\(value.replacing("\"", with: "&quot;"))\""
      }
    }
    if !style.isEmpty { output += " style=\"\(style)\"" }
    return output + ">"
  }

  private static func element(
    _ name: String, _ attributes: [HTMLToken.Attribute], language: String, direction: String
  ) -> StyledElement {
    func value(_ name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
    return StyledElement(
      type: name, id: value("id"),
      classes: value("class")?.split(separator: " ").map(String.init) ?? [],
      language: value("lang") ?? language,
      direction: value("dir").map { $0.lowercased() } ?? direction)
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
      output += blanks.contains(0x0A) ? [0x0A] : blanks
      blanks = []
      output.append(byte)
    }
    output += blanks.contains(0x0A) ? [0x0A] : blanks
    return String(decoding: output, as: UTF8.self)
  }
}
