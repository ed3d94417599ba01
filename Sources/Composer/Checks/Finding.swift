/// What a check found.
package struct Finding: Hashable, Sendable, Codable {
  package enum Level: String, Sendable, Codable {
    /// Stops approval.
    case error
    case warning
  }

  package let code: String
  package let level: Level
  package let title: String
  /// What is wrong here and what to do.
  package let reason: String
  /// A file with its line, or a part of the letter.
  package let place: String
  package let language: String

  package init(
    code: String, level: Level, title: String, reason: String, place: String, language: String
  ) {
    self.code = code
    self.level = level
    self.title = title
    self.reason = reason
    self.place = place
    self.language = language
  }
}
