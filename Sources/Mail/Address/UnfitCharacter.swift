/// A character beyond ASCII that no mailbox name and no domain has, and what it is.
///
/// Letters, marks, digits, punctuation and the signs of money and mathematics pass; RFC 6531 lets
/// more in, but nobody gives out such a mailbox, and people can't tell what they see.
enum UnfitCharacter: Sendable {
  case space, control, direction, invisible, privateUse, unassigned, broken, picture

  init?(_ scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch scalar.value {
    case 0xFFFD: self = .broken
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .direction
    case 0xFE00...0xFE0F, 0xE0000...0xE0FFF: self = .invisible
    default:
      if properties.isWhitespace {
        self = .space
        return
      }
      switch properties.generalCategory {
      case .control: self = .control
      case .format, .lineSeparator, .paragraphSeparator: self = .invisible
      case .surrogate, .privateUse: self = .privateUse
      case .unassigned: self = .unassigned
      case .otherSymbol: self = .picture
      default:
        guard properties.isEmojiModifier else { return nil }
        self = .picture
      }
    }
  }

  /// What it is, as a message goes on after “holds”.
  var phrase: String {
    switch self {
    case .space: "a space"
    case .control: "a control character"
    case .direction: "a control of the writing direction"
    case .invisible: "a character that does not show"
    case .privateUse: "a character of private use"
    case .unassigned: "a code point that stands for no character"
    case .broken: "the sign for a character that was lost in another encoding"
    case .picture: "an emoji or symbol"
    }
  }
}
