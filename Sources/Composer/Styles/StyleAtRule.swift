/// What becomes of `@…` in a letter.
enum StyleAtRule {
  enum Fate: Hashable {
    /// Stays in the letter's head.
    case kept
    /// Left out, with the reason.
    case left(String)
  }

  /// `media` of `@media (…)`; empty where it is no at-rule.
  static func name(_ prelude: String) -> String {
    guard prelude.hasPrefix("@") else { return "" }
    return prelude.dropFirst().prefix { $0.isLetter || $0 == "-" }.lowercased()
  }

  static func fate(_ prelude: String) -> Fate {
    switch name(prelude) {
    case "media", "supports", "keyframes", "-webkit-keyframes", "page": .kept
    case "import", "font-face":
      .left(
        "is left out: each reader's program would fetch it from elsewhere, which tells who reads")
    case "charset": .left("is left out: style sheets are UTF-8 here")
    default: .left("is left out: no mail program knows it")
    }
  }
}
