import Mail

/// One tag of a template, with its line.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case value
    /// `{{{name}}}` or `{{&name}}`.
    case raw
    case section
    case inverted
    case end
    case partial
    case comment
    /// `{{% CONTENT_TYPE: TEXT}}`
    case setting
    /// `{{=`, `{{<`, `{{$`, `{{>*`: not used here.
    case refused
  }

  let kind: Kind
  /// What stands in it, without its sign.
  let text: String
  let line: Int

  /// Reads a template's tags in their order; a tag that is not closed is the problem.
  static func read(_ template: String, file: String) -> (tags: [Self], problem: SourceProblem?) {
    var tags: [Self] = []
    var line = 1
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      line += lines(rest[..<open.lowerBound])
      let isTriple = rest[open.upperBound...].first == "{"
      let after = rest[open.upperBound...].dropFirst(isTriple ? 1 : 0)
      guard let close = after.firstRange(of: isTriple ? "}}}" : "}}") else {
        let sign = isTriple ? "{{{ is not closed by }}}" : "{{ is not closed by }}"
        return (tags, SourceProblem(file: file, line: line, "this \(sign)"))
      }
      let inside = String(after[..<close.lowerBound])
      tags.append(Self(inside, isTriple: isTriple, line: line))
      line += lines(after[..<close.lowerBound])
      rest = after[close.upperBound...]
    }
    return (tags, nil)
  }

  private init(_ inside: String, isTriple: Bool, line: Int) {
    let signs: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment, "%": .setting,
      "&": .raw, "=": .refused, "<": .refused, "$": .refused,
    ]
    let text = inside.trimmed()
    self.line = line
    if isTriple {
      kind = .raw
      self.text = text
    } else if let sign = text.first, let kind = signs[sign] {
      let rest = String(text.dropFirst()).trimmed()
      let isDynamic = kind == .partial && rest.hasPrefix("*")
      self.kind = isDynamic ? .refused : kind
      self.text = kind == .refused || isDynamic ? text : rest
    } else {
      kind = .value
      self.text = text
    }
  }

  private static func lines(_ text: Substring) -> Int {
    text.utf8.count { $0 == 0x0A }
  }

  /// The name asked for, without a function around it: `last()` asks for nothing.
  var name: String? {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return text }
    let inside = text[open...].filter { $0 != ")" }
    let name =
      inside.split(separator: "(", omittingEmptySubsequences: false).last.map(String.init)
      ?? ""
    return name.isEmpty ? nil : name
  }

  /// The functions around the name.
  var functions: [String] {
    guard text.hasSuffix(")") else { return [] }
    let parts = text.split(separator: "(", omittingEmptySubsequences: false)
    return parts.dropLast().map(String.init)
  }
}
