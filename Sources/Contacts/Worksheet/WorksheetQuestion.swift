/// What a row of the worksheet asks; the raw values are stable codes.
package enum WorksheetQuestion: String, CaseIterable, Codable, Sendable {
  /// Which address is right.
  case address
  /// Whether two lines are one person.
  case person
  /// Which of two languages a mailbox has.
  case contradictingLanguage = "contradiction-language"
  /// Which of two members a mailbox speaks for.
  case contradictingMember = "contradiction-member"
  /// In which language to write.
  case language
  /// Which member is meant.
  case member

  var isAboutLanguage: Bool { self == .language || self == .contradictingLanguage }
  var isAboutMember: Bool { self == .member || self == .contradictingMember }
}
