package import Mail

/// A meeting or workshop, in one language.
package struct Event: Hashable, Sendable {
  package let id: String
  package let language: Language
  package let file: String
  package var title: String
  package var starts: EventDay
  package var ends: EventDay
  package var place: String?
  package var link: String?
  package var isTranslation: Bool
  package var body: MarkdownDocument
  package var lines: [String: Int]
  var bodyLine = 1
  /// The text as written, to find the line of what a check points at.
  var bodyText = ""
}
