import Mail

/// What a report carries that can tie it to a delivery; nothing here is verified.
package struct Clues: Sendable {
  /// Where the report was sent: To, Delivered-To, X-Original-To, and the returned Return-Path.
  package let sentTo: [String]
  /// Words of 31 base32 characters found there and in the returned headers, in lower case.
  package let tokens: [String]
  /// Message-IDs of the returned message, and those that the report answers, without brackets.
  package let messageIDs: [String]
  /// Our own header of the returned message.
  package let deliveryHeader: String?
  /// When the report says it was written, in seconds since 1970.
  package let date: Int64?

  /// The header of ours that carries the token.
  package static let deliveryHeaderName: StaticString = "X-Solstice-Delivery"

  init(_ dossier: Dossier) {
    let headers = dossier.message.headers
    let returned = dossier.returned
    var sentTo: [String] = []
    var tokens: [String] = []
    for name: StaticString in [
      "To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To",
    ] {
      for field in headers.all(name).prefix(8) {
        sentTo += AddressScan.addresses(in: field.rawValue).prefix(8).map(\.text)
        TokenScan.add(field.rawValue, to: &tokens)
      }
    }
    // "for <b+TOKEN@…>": some last hops write no Delivered-To.
    for field in headers.all("Received").prefix(4) { TokenScan.add(field.rawValue, to: &tokens) }
    for name: StaticString in [
      "Return-Path", "X-Return-Path", "List-Unsubscribe", "Reply-To", "Sender", "Errors-To",
      "Received", "X-Envelope-From", Clues.deliveryHeaderName,
    ] {
      for field in returned?.all(name).prefix(12) ?? [] {
        if name.utf8CodeUnitCount == 11 {
          sentTo += AddressScan.addresses(in: field.rawValue).prefix(2).map(\.text)
        }
        TokenScan.add(field.rawValue, to: &tokens)
      }
    }
    if let from = dossier.feedback?.field("Original-Mail-From") {
      sentTo += AddressScan.addresses(in: from.rawValue).prefix(2).map(\.text)
      TokenScan.add(from.rawValue, to: &tokens)
    }
    self.sentTo = sentTo.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.tokens = tokens
    var identifiers: [String] = []
    for field in returned?.all("Message-ID").prefix(4) ?? [] {
      Self.addIdentifiers(field.rawValue, to: &identifiers)
    }
    for name: StaticString in ["In-Reply-To", "References"] {
      if let field = headers.field(name) { Self.addIdentifiers(field.rawValue, to: &identifiers) }
    }
    messageIDs = identifiers
    deliveryHeader = returned?.field(Clues.deliveryHeaderName).map { Diagnosis.line($0.text) }
    date = headers.field("Date").flatMap { MailDate.seconds($0.text) }
  }

  private static func addIdentifiers(_ value: ByteSlice, to list: inout [String]) {
    for word in value.split(whereSeparator: { $0.isBlank || $0 == 0x3C || $0 == 0x3E }).prefix(50)
    where word.contains(UInt8(ascii: "@")) && word.count < 250 {
      let text = word.text
      if !list.contains(text) { list.append(text) }
    }
  }
}
