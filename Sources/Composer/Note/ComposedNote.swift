package import Mail

/// A small letter in one language, ready to look at, to judge and to send.
package struct ComposedNote: Sendable {
  package let language: Language
  package let subject: String
  /// The letter as a sample reader sees it.
  package let html: String
  package let text: String
  package let message: PreparedMessage
  package let findings: [Finding]
  let sampleValues: MergeValues

  /// The message as one reader gets it.
  package var sampleMessage: [UInt8] {
    var bytes: [UInt8] = []
    message.splice(sampleValues, into: &bytes)
    return bytes
  }
}
