package import Mail

/// One dated news item in one language.
package struct Item: Hashable, Sendable {
  /// The file's name without language and ending: `2019-03-21-unea`; translations share it.
  package let id: String
  package let language: Language
  /// The path as shown to people, below the folder that was read.
  package let file: String
  package var title: String
  package var date: CalendarDay
  /// The day of what is told, where it is not the item's own date.
  package var held: CalendarDay?
  package var summary: String?
  /// The same with marks where readers differ, for what is mailed.
  var personalSummary: String?
  /// What is wrong with the `{{…}}` of summary and text.
  package var mergeProblems: [MergeProblem] = []
  package var place: String?
  package var section: String?
  /// The member network whose news this is.
  package var member: String?
  package var link: String?
  package var image: Picture?
  package var alt: String?
  /// Pinned items come first, lowest number first.
  package var pin: Int?
  package var isDraft: Bool
  /// Members whose activity follows the text: short names, files' names, or `all`.
  package var include: [String] = []
  package var isTranslation: Bool
  package var body: MarkdownDocument
  /// Pictures that the text shows, by the address written there.
  package var pictures: [String: Picture]
  /// The line of the file on which each key stands.
  package var lines: [String: Int]
  package var bodyLine: Int
  /// The text as written, to find the line of what a check points at.
  package var bodyText: String

  /// The file's line on which a text stands in the body, else the body's first line.
  package func line(of text: String) -> Int {
    var line = bodyLine
    for row in bodyText.split(separator: "\n", omittingEmptySubsequences: false) {
      if !text.isEmpty, row.contains(text) { return line }
      line += 1
    }
    // What is not in the text came with the members that it includes.
    return lines["include"] ?? bodyLine
  }

  /// The words to show where there is room for a few sentences only.
  package var shortText: String { summary ?? body.firstParagraph ?? "" }

  /// The same with marks where readers differ.
  var personalShortText: String { personalSummary ?? body.personalFirstParagraph ?? "" }

  /// The day to show.
  package var shownDay: CalendarDay { held ?? date }
}
