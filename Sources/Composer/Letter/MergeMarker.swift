import Mail

/// Marks in rendered text where a reader's value goes, and what only some readers get.
///
/// A mark stands between two control characters, which `CleanText` takes out of everything that
/// people write: no item can imitate one. `?` begins a passage, `:` its other side, `/` ends it.
enum MergeMarker {
  static let open: Unicode.Scalar = "\u{01}"
  static let close: Unicode.Scalar = "\u{02}"
  /// In a mark that has a line of plain text to itself; the line goes when the letter is done.
  static let alone: Unicode.Scalar = "\u{03}"

  enum Token: Hashable {
    case text(String)
    case field(MergeField)
    case when(MergeCondition)
    case otherwise
    case end
  }

  static func mark(_ field: MergeField) -> String { "\(open)\(field.rawValue)\(close)" }

  static func mark(_ condition: MergeCondition, alone: Bool = false) -> String {
    let sign = alone ? "\(self.alone)" : ""
    switch condition {
    case .has(let field): return "\(open)\(sign)?\(field.rawValue)\(close)"
    case .isOneOf(let field, let values):
      // As digits, which neither Markdown, HTML nor wrapping changes.
      let list = values.map { value in
        value.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      }
      return "\(open)\(sign)?\(field.rawValue)=\(list.joined(separator: ","))\(close)"
    }
  }

  static func otherwise(alone: Bool = false) -> String {
    "\(open)\(alone ? "\(self.alone)" : ""):\(close)"
  }

  static func end(alone: Bool = false) -> String {
    "\(open)\(alone ? "\(self.alone)" : "")/\(close)"
  }

  /// A field with what stands for it where it is empty.
  static func mark(_ field: MergeField, fallback: String) -> String {
    mark(.has(field)) + mark(field) + otherwise() + fallback + end()
  }

  static func hasMarks(_ text: String) -> Bool { text.utf8.contains(0x01) }

  /// Cuts text at its marks; what looks like one and is none is left out.
  static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) {
      if start > rest.startIndex { tokens.append(.text(String(rest[..<start]))) }
      let name = rest[rest.index(after: start)..<end]
      if let token = token(String(name.first == alone ? name.dropFirst() : name)) {
        tokens.append(token)
      }
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { tokens.append(.text(String(rest))) }
    return tokens
  }

  private static func token(_ name: String) -> Token? {
    switch name {
    case ":": return .otherwise
    case "/": return .end
    default: break
    }
    guard name.hasPrefix("?") else { return MergeField(rawValue: name).map(Token.field) }
    let parts = name.dropFirst().split(separator: "=", maxSplits: 1)
    guard let field = parts.first.flatMap({ MergeField(rawValue: String($0)) }) else { return nil }
    guard parts.count == 2 else { return .when(.has(field)) }
    return .when(.isOneOf(field, parts[1].split(separator: ",").map(Self.value)))
  }

  private static func value(_ digits: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = digits[...]
    while !rest.isEmpty {
      bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MergeMarker {
  /// Where the marks are, which decides how values are written.
  enum Medium {
    case html
    case text
    case header
  }

  /// Cuts rendered text at its marks, each with the encoding that its place asks for.
  static func split(_ text: String, _ medium: Medium) -> MergeText {
    var cutter = MergeCutter(tokens(text), medium)
    return MergeText(cutter.pieces())
  }

  /// Fills the marks in as one reader gets them, before any transfer encoding.
  static func fill(_ text: String, _ values: MergeValues, _ medium: Medium) -> String {
    hasMarks(text) ? fill(split(text, medium).pieces, values) : text
  }

  private static func fill(_ pieces: [MergeText.Piece], _ values: MergeValues) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .merge(let field, .htmlQuotedPrintable): HTMLText.escape(values[field])
      case .merge(let field, .urlQuotedPrintable): MergeEncoding.percentEncoded(values[field])
      case .merge(let field, _): values[field]
      case .when(let condition, let then, let otherwise):
        fill(condition.holds(for: values) ? then : otherwise, values)
      }
    }.joined()
  }
}

extension MergeMarker {
  /// The marks as people read them: a field by its name in braces, whatever the reader's side is.
  static func shown(_ text: String) -> String {
    guard hasMarks(text) else { return text }
    return tokens(text).map { token in
      switch token {
      case .text(let text): text
      case .field(let field): "{\(field.rawValue)}"
      case .otherwise: " / "
      case .when, .end: ""
      }
    }.joined()
  }
}
