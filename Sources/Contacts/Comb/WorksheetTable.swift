import Mail

/// Writes rows of the worksheet and of the table of repairs in one language.
struct WorksheetTable: Sendable {
  /// One question about one line.
  struct Question {
    var kind: WorksheetQuestion
    var line: Int
    /// The other line, where the question is about two.
    var other: WorksheetPlace.Other?
    var name: String
    var member: String
    var written: String
    var ask: String
    var suggestion = ""
    var choices: [String]
    /// What was typed before.
    var decision = ""

    var place: WorksheetPlace {
      WorksheetPlace(line: line, written: written, question: kind, other: other)
    }
  }

  let phrases: WorksheetPhrases
  let separator: SheetSeparator

  func row(_ question: Question) -> [UInt8] {
    row([
      String(question.line), question.name, question.member, question.written, question.ask,
      question.suggestion, question.choices.joined(separator: phrases["choice_separator"]),
      question.decision, question.place.code,
    ])
  }

  func row(_ cells: [String]) -> [UInt8] {
    var writer = SheetWriter(rowsSeparatedBy: separator)
    writer.add(cells)
    return writer.bytes
  }

  /// One of the things that can be written, with the word for it.
  func may(_ key: String, _ word: String? = nil, line: Int? = nil) -> String {
    phrases.filled(
      "may_\(key)",
      ["word": word.map { phrases["word_\($0)"] } ?? "", "line": line.map(String.init) ?? ""])
  }

  /// “Korean (ko)”, or the tag alone where the file has no name for it.
  func language(_ tag: String) -> String {
    guard let language = Language(tag) else { return tag }
    let tags = [tag, "\(language.primary)-\(language.script ?? "")", language.primary]
    guard let name = tags.lazy.compactMap({ phrases.optional("language_\($0)") }).first else {
      return tag
    }
    return phrases.filled("suggest_language", ["name": name, "tag": tag])
  }

  func why(_ reasons: [KeeperChoice.Reason]) -> String {
    reasons.map { phrases["why_\($0.rawValue)"] }.joined(separator: phrases["why_separator"])
  }
}
