extension Approval {
  /// What one language's letter says of one item, as plain text.
  package struct Item: Sendable, Hashable {
    package let language: String
    package let id: String
    package let position: Int
    /// `lead`, `section:KEY`, `members` or `dates`.
    package let part: String
    package let title: String
    package let text: String

    package init(
      language: String, id: String, position: Int, part: String, title: String, text: String
    ) {
      self.language = language
      self.id = id
      self.position = position
      self.part = part
      self.title = title
      self.text = text
    }
  }

  /// Which letter a correction sets right: from the revision that its readers know to a later one.
  package struct Correction: Sendable, Hashable {
    package let mailing: String
    package let from: Int
    package let to: Int

    package init(mailing: String, from: Int, to: Int) {
      self.mailing = mailing
      self.from = from
      self.to = to
    }
  }
}
