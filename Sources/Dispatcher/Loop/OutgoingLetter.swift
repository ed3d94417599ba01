package import Mail

/// One reader's finished letter.
package struct OutgoingLetter: Sendable {
  package let envelope: Envelope
  package let messageID: String

  package init(envelope: Envelope, messageID: String) {
    self.envelope = envelope
    self.messageID = messageID
  }
}

/// Makes readers' letters; called by every connection's thread.
package protocol LetterMaker: Sendable {
  /// Writes the whole message into the buffer, which is empty.
  func make(_ delivery: ClaimedDelivery, into buffer: inout [UInt8]) throws -> OutgoingLetter

  /// The Message-ID that the letter has: the same as `make` gives.
  func messageID(of delivery: ClaimedDelivery) -> String
}
