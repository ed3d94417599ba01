import Mail

/// One property of a style rule.
struct Declaration: Hashable, Sendable {
  let name: String
  let value: String
  let isImportant: Bool
  /// Where it stands in its sheet, 0 where nobody asks.
  var line = 0

  /// Reads `color: red` or `margin: 0 !important`; fails with what was expected.
  init(parsing text: String, line: Int = 0) throws(StyleMistake) {
    guard let colon = text.firstIndex(of: ":") else {
      throw StyleMistake("expected \"property: value\", found \"\(text.shown)\"")
    }
    let written = String(text[..<colon]).trimmed()
    var value = String(text[text.index(after: colon)...]).trimmed()
    name = written.hasPrefix("--") ? written : written.lowercased()
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isOfName) else {
      throw StyleMistake("\"\(written.shown)\" is no property's name")
    }
    let head = String(value.dropLast("important".count)).trimmed()
    isImportant = value.lowercased().hasSuffix("important") && head.hasSuffix("!")
    if isImportant { value = String(head.dropLast()).trimmed() }
    guard !value.isEmpty else { throw StyleMistake("\(name) has no value") }
    // A colon in a value is an address or a filter; else the semicolon before it was forgotten.
    if !name.hasPrefix("--"), let next = Self.runTogether(value) {
      throw StyleMistake("expected ; before \"\(next.shown)\"")
    }
    self.value = value
    self.line = line
  }

  init(name: String, value: String, isImportant: Bool, line: Int = 0) {
    self.name = name
    self.value = value
    self.isImportant = isImportant
    self.line = line
  }

  /// Reads the inside of a `style` attribute; what makes no sense is left out.
  static func list(_ text: String) -> [Self] {
    var lexer = StyleLexer(text)
    var found: [Self] = []
    var piece = ""
    func take() {
      if let declaration = try? Self(parsing: piece) { found.append(declaration) }
      piece = ""
    }
    while let next = lexer.next() {
      switch next {
      case .text(let text): piece += text
      case .comment: break
      case .unclosed: piece = ""
      case .semicolon, .open, .close: take()
      }
    }
    take()
    return found
  }

  private static func runTogether(_ value: String) -> String? {
    for line in value.split(separator: "\n").dropFirst() {
      let text = String(line).trimmed()
      guard let colon = text.firstIndex(of: ":"), !text[..<colon].isEmpty else { continue }
      if text[..<colon].unicodeScalars.allSatisfy(isOfName) { return text }
    }
    return nil
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
      || scalar == "-" || scalar == "_" || !scalar.isASCII
  }
}

/// What is wrong with a piece of CSS, without its place.
struct StyleMistake: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

extension StringProtocol {
  /// As much of a text as a message shows, on one line.
  var shown: String {
    let line = String(split(whereSeparator: \.isWhitespace).joined(separator: " "))
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
