package import Mail

/// Where an answer belongs: a line of the list, the address as written there, and the question.
///
/// A list that was edited in between takes no answer meant for another line.
package struct WorksheetPlace: Hashable, Sendable {
  package let line: Int
  /// As written; how many blanks there are, and of which kind, tells nothing: spreadsheet programs
  /// change line ends in cells.
  package let written: String
  package let question: WorksheetQuestion
  /// The other line, for `person`; nil for every other question.
  package let other: Other?

  /// A line that is perhaps the same person; a cell can hold several addresses.
  package struct Other: Hashable, Sendable {
    package let line: Int
    package let address: EmailAddress

    package init(line: Int, address: EmailAddress) {
      self.line = line
      self.address = address
    }
  }

  package init(line: Int, written: String, question: WorksheetQuestion, other: Other? = nil) {
    self.line = line
    self.written = Self.plain(written)
    self.question = question
    self.other = other
  }

  /// Takes a question's code, as the worksheet's last column and the database have it.
  package init?(line: Int, written: String, code: String) {
    let parts = code.split(whereSeparator: \.isWhitespace)
    guard let first = parts.first, let question = WorksheetQuestion(rawValue: first.lowercased())
    else { return nil }
    var other: Other?
    if question == .person {
      guard parts.count == 3, let number = Int(parts[1]),
        let address = try? EmailAddress(parsing: parts[2], policy: .permissive)
      else { return nil }
      other = Other(line: number, address: address)
    } else {
      guard parts.count == 1 else { return nil }
    }
    self.init(line: line, written: written, question: question, other: other)
  }

  /// The question's stable code: `address`, or `person 9 suk@kgpn.example` about this line and that.
  package var code: String {
    other.map { "\(question.rawValue) \($0.line) \($0.address)" } ?? question.rawValue
  }

  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return text }
    return Normalization.nfc(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
