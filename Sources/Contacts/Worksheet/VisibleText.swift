import Mail

/// Outside text for one line of a message, without characters that move a terminal's cursor.
package enum VisibleText {
  /// Gives the text, cut to so many columns.
  package static func of(_ text: some StringProtocol, width: Int = 48) -> String {
    // Nothing beyond this many scalars fits into any width asked for.
    let clean = text.unicodeScalars.prefix(1_000).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "·"
      default: Character(scalar)
      }
    }
    return DisplayWidth.cut(String(clean), to: width)
  }
}
