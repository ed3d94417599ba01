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
  package let pageName: String
  package let message: PreparedMessage
  package let findings: [Finding]
  /// Pictures and the calendar, by their paths beside the page.
  package let usedFiles: [UsedFile]
  package let edition: Edition

  /// What stands for a reader in a preview.
  package let sampleValues: MergeValues

  /// The message as one reader gets it, for `newsletter.<lang>.eml`.
  package var sampleMessage: [UInt8] {
    var bytes: [UInt8] = []
    message.splice(sampleValues, into: &bytes)
    return bytes
  }

  /// Everything that all readers get, in a form to hash for approval: two letters have the same
  /// bytes only if they are the same.
  package var canonicalBytes: [UInt8] { message.canonicalBytes(language: language.tag) }
}
