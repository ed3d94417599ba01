/// What one language's letter says of one item, as plain text: paragraphs of lines.
package struct OutlineItem: Hashable, Sendable {
  package let id: String
  package let position: Int
  /// `lead`, `section:KEY`, `members` or `dates`.
  package let part: String
  package let title: String
  package let text: String

  package init(id: String, position: Int, part: String, title: String, text: String) {
    self.id = id
    self.position = position
    self.part = part
    self.title = title
    self.text = text
  }
}
