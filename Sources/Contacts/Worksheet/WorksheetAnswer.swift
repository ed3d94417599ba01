package import Mail

/// What a person decided about one row of a worksheet.
package struct WorksheetAnswer: Hashable, Sendable {
  package enum Choice: Hashable, Sendable {
    /// Take the suggestion; of two lines that are one person, keep the proposed one.
    case accept
    /// Leave it as written; of two lines, keep both.
    case keep
    /// Nobody is to be mailed there.
    case remove
    /// Of two lines that are one person, keep this one, and not the proposed one.
    case swap
    case address(EmailAddress)
    case language(Language)
    case member(String)
  }

  package var place: WorksheetPlace
  package var choice: Choice
  /// The worksheet's own line; 0 where the answer comes out of the database.
  package var worksheetLine: Int

  package init(place: WorksheetPlace, choice: Choice, worksheetLine: Int = 0) {
    self.place = place
    self.choice = choice
    self.worksheetLine = worksheetLine
  }

  /// The choice as the database keeps it: a word, an address, a language's tag or a member's name.
  package var stored: String {
    switch choice {
    case .accept: "accept"
    case .keep: "keep"
    case .remove: "remove"
    case .swap: "swap"
    case .address(let address): address.description
    case .language(let language): language.tag
    case .member(let name): name
    }
  }

  /// Takes an answer out of the database; nil for what no version of this program has written.
  ///
  /// - Parameters:
  ///   - line: The place's line.
  ///   - written: The place's address as written.
  ///   - code: The place's code.
  ///   - stored: The choice.
  package init?(line: Int, written: String, code: String, stored: String) {
    guard let place = WorksheetPlace(line: line, written: written, code: code) else { return nil }
    self.place = place
    worksheetLine = 0
    switch stored {
    case "accept": choice = .accept
    case "keep": choice = .keep
    case "remove": choice = .remove
    default:
      guard let read = Self.choice(stored, place.question) else { return nil }
      choice = read
    }
  }

  private static func choice(_ stored: String, _ question: WorksheetQuestion) -> Choice? {
    switch question {
    case .address: return address(stored).map(Choice.address)
    case .language, .contradictingLanguage: return Language(stored).map(Choice.language)
    case .member, .contradictingMember: return .member(stored)
    case .person: return stored == "swap" ? .swap : nil
    }
  }

  private static func address(_ text: String) -> EmailAddress? {
    do { return try EmailAddress(parsing: text, policy: .permissive) } catch { return nil }
  }
}
