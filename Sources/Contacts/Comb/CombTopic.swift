/// What combing counts; the raw values are the labels of the summary.
package enum CombTopic: String, CaseIterable, Codable, Sendable {
  case repaired
  /// Could exist, but looks mistyped: not mailed until a person decides.
  case suspect
  case unusable
  /// Must never be mailed.
  case suppressed
  /// Repetitions of a mailbox, and lines that seem to be one person.
  case duplicates
  /// Rows of one mailbox that say different things.
  case contradictions
  /// Mailboxes of offices rather than persons.
  case offices
  /// At a provider of throw-away mailboxes.
  case disposable
  case noLanguage = "no language"
  case noMember = "no member"
  /// Members, as the list writes them, that no file knows.
  case unknownMembers = "unknown members"
}
