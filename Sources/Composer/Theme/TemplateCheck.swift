import Mail
import Mustache

/// Finds in a template what would come out empty: names that no letter has.
enum TemplateCheck {
  static func problems(_ text: String, file: String) -> [SourceProblem] {
    let known = ViewNames.names(for: file)
    var found: [SourceProblem] = []
    var line = 1
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      let after = rest[open.upperBound...]
      guard let close = after.firstRange(of: "}}") else {
        found.append(SourceProblem(file: file, line: line, "this {{ is not closed by }}"))
        break
      }
      let tag = after[..<close.lowerBound]
      if let name = name(tag), !known.contains(name) {
        found.append(
          SourceProblem(file: file, line: line, key: name, "no letter has a value of this name"))
      }
      line += tag.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      rest = after[close.upperBound...]
    }
    return found
  }

  static func problem(_ error: any Error, file: String) -> SourceProblem {
    guard let error = error as? MustacheTemplate.ParserError else {
      return SourceProblem(file: file, line: 1, "the template can't be read: \(error)")
    }
    let reason =
      switch error.error as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened"
      case .expectedSectionEnd: "a section is not closed"
      case .unfinishedName: "a name is not finished"
      default: "\(error.error)"
      }
    return SourceProblem(
      file: file, line: error.context.lineNumber, "\(reason), near \"\(error.context.line)\"")
  }

  /// The name that a tag asks for; nil for comments, partials, ends and settings.
  private static func name(_ tag: Substring) -> String? {
    var text = String(tag).trimmed()
    guard let sign = text.first, !"!>/%=$<".contains(sign) else { return nil }
    if "#^&{".contains(sign) { text = String(text.dropFirst()).trimmed() }
    if text.hasSuffix("}") { text = String(text.dropLast()).trimmed() }
    // `name()` asks a list about the entry at hand, such as whether it is the first.
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      text = String(text[text.index(after: open)...].dropLast())
    }
    return text.isEmpty || text == "." ? nil : text
  }
}
