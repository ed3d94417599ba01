import Mail

/// Where an answer belongs: a line of the list, the address as written there, and the question.
///
/// A list that was edited in between takes no answer meant for another line.
package struct WorksheetPlace: Hashable, Sendable {
  package let line: Int
  /// As written; how many blanks there are, and of which kind, tells nothing: spreadsheet programs
  /// change line ends in cells.
  package let written: String
  package let question: WorksheetQuestion

  package init(line: Int, written: String, question: WorksheetQuestion) {
    self.line = line
    self.written = Self.plain(written)
    self.question = question
  }

  private static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    return Normalization.nfc(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
