import Mail

/// An edition as the archive and the feed tell of it, without its items.
package struct ArchivedEdition: Codable, Hashable, Sendable {
  /// One language of it.
  package struct Letter: Codable, Hashable, Sendable {
    package let language: String
    /// Such as "Half-year letter, January to June 2019".
    package let title: String
    /// The counts: "Five stories, two dates".
    package let summary: String
    /// The day as this language writes it.
    package let issued: String
    package let page: String
    package let stories: [Story]
  }

  /// One story's title and first words.
  package struct Story: Codable, Hashable, Sendable {
    package let language: String
    package let anchor: String
    package let title: String
    package let dateline: String
    package let text: String
  }

  package let period: String
  /// The day that the letter bears, as `2019-06-24`.
  package let date: String
  /// The year that the period ends in.
  package let year: Int
  package let hasPDF: Bool
  package let letters: [Letter]
  /// When this very content was approved first, as `2019-06-24T01:00:00Z`; nil while it is not.
  package var approved: String?

  package init(
    period: String, date: String, year: Int, hasPDF: Bool, letters: [Letter],
    approved: String? = nil
  ) {
    self.period = period
    self.date = date
    self.year = year
    self.hasPDF = hasPDF
    self.letters = letters
    self.approved = approved
  }

  /// The letter in a language, else in the standard one, else the first.
  func letter(_ language: Language, standard: Language) -> Letter? {
    [language.tag, standard.tag].lazy.compactMap { tag in letters.first { $0.language == tag } }
      .first ?? letters.first
  }
}
