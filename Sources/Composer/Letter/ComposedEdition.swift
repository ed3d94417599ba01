package import Mail

/// One language's edition, ready to look at, to judge and to send.
package struct ComposedEdition: Sendable {
  package let language: Language
  package let subject: String
  /// The letter as a reader sees it, with sample values and pictures by their paths.
  package let html: String
  package let text: String
  /// The public page, and its name: `index.html`, `index.ja.html`.
  package let page: String
  /// The text beside the page, which speaks to no one reader: `index.txt`, `index.ja.txt`.
  package let pageText: String
  package let pageName: String
  package var pageTextName: String { pageName.replacing(".html", with: ".txt") }
  package let message: PreparedMessage
  package let findings: [Finding]
  /// Pictures and the calendar, by their paths beside the page.
  package let usedFiles: [UsedFile]
  package let edition: Edition
  /// What the archive and the feed tell of it.
  package let archived: ArchivedEdition.Letter
  /// What the letter says, item by item.
  package let outline: [OutlineItem]

  /// Both forms with their merge marks, pictures by their paths.
  let markedHTML: String
  let markedText: String

  /// What stands for a reader in a preview.
  package let sampleValues: MergeValues

  /// The message as one reader gets it, for `newsletter.<lang>.eml`.
  package var sampleMessage: [UInt8] { messageBytes(for: sampleValues) }

  /// The letter's HTML as one reader gets it, with pictures by their paths.
  package func html(for reader: MergeValues) -> String {
    MergeMarker.fill(markedHTML, reader, .html)
  }

  /// The letter's text as one reader gets it.
  package func text(for reader: MergeValues) -> String {
    MergeMarker.fill(markedText, reader, .text)
  }

  /// The whole message as one reader gets it.
  package func messageBytes(for reader: MergeValues) -> [UInt8] {
    var bytes: [UInt8] = []
    message.splice(reader, into: &bytes)
    return bytes
  }

  /// Everything that all readers get, in a form to hash for approval: two letters have the same
  /// bytes only if they are the same.
  package var canonicalBytes: [UInt8] { message.canonicalBytes(language: language.tag) }
}
