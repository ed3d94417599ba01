/// What can be put right in a written address without changing a letter of it.
///
/// Raw values are stable codes; the order is the one in which they are told.
package enum Repair: String, CaseIterable, Codable, Sendable {
  case spaces
  case innerSpaces = "inner-spaces"
  case invisible = "invisible-characters"
  case encoded
  case fullWidth = "full-width"
  case typographic
  case mailto
  case label
  case displayName = "display-name"
  case brackets
  case atWord = "at-word"
  case doubledAt = "doubled-at"
  case comma = "comma-for-dot"
  case doubledDots = "doubled-dots"
  case punctuation = "trailing-punctuation"

  /// In a few words, as summaries name it.
  package var title: String {
    switch self {
    case .spaces: "spaces"
    case .innerSpaces: "spaces inside the domain"
    case .invisible: "invisible characters"
    case .encoded: "HTML or URL codes"
    case .fullWidth: "full-width letters"
    case .typographic: "typographic dashes and quotes"
    case .mailto: "mailto:"
    case .label: "label before the address"
    case .displayName: "name beside the address"
    case .brackets: "brackets and quotes"
    case .atWord: "“at” for @"
    case .doubledAt: "doubled @"
    case .comma: "comma for dot"
    case .doubledDots: "doubled dots"
    case .punctuation: "trailing punctuation"
    }
  }

  /// Forms of characters and what stands around an address are sure; a sign of the address itself
  /// that was written otherwise, or once too often, is likely.
  package var confidence: Confidence {
    switch self {
    case .innerSpaces, .atWord, .doubledAt, .comma, .doubledDots: .likely
    case .spaces, .invisible, .encoded, .fullWidth, .typographic, .mailto, .label, .displayName,
      .brackets, .punctuation:
      .sure
    }
  }
}
