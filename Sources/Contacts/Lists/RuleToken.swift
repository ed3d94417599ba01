/// One word or sign of a rule, with its place.
struct RuleToken: Hashable {
  enum Kind: Hashable {
    case word(String)
    case quoted(String)
    case colon
    case comma
    case open
    case close
    case end
  }

  let kind: Kind
  let line: Int
  let column: Int

  /// `and`, `or`, `not` in lower case, where it is one of them.
  var keyword: String? {
    guard case .word(let text) = kind else { return nil }
    let lower = text.lowercased()
    return RuleToken.keywords.contains(lower) ? lower : nil
  }

  /// The token as an error shows it.
  var shown: String {
    switch kind {
    case .word(let text): "“\(text.count > 40 ? text.prefix(40) + "…" : text[...])”"
    case .quoted(let text): "“\(text.count > 40 ? text.prefix(40) + "…" : text[...])”"
    case .colon: "“:”"
    case .comma: "“,”"
    case .open: "“(”"
    case .close: "“)”"
    case .end: "the end"
    }
  }

  static let keywords: Set<String> = ["and", "or", "not"]

  /// What a sign means; keyboards of East Asia write the full-width forms.
  static func sign(_ scalar: Unicode.Scalar) -> Kind? {
    switch scalar {
    case ":", "：": .colon
    case ",", "，", "、": .comma
    case "(", "（": .open
    case ")", "）": .close
    default: nil
    }
  }

  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "＂": true
    default: false
    }
  }

  /// Whether a value must be written in quotes.
  static func needsQuotes(_ value: String) -> Bool {
    value.isEmpty || keywords.contains(value.lowercased())
      || value.unicodeScalars.contains { scalar in
        scalar == "#" || scalar.properties.isWhitespace || sign(scalar) != nil || isQuote(scalar)
      }
  }

  /// The value in quotes, whatever it holds.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      if isQuote(scalar) || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
