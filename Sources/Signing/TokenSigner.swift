import Crypto
package import Mail

/// Makes and verifies the tokens that tie reports, replies and links to a delivery.
///
/// A token is version (8 bits), delivery id (64) and MAC (80, HMAC-SHA-256 truncated), in 31
/// characters of lower-case base32. The same delivery always has the same token, so greylisting
/// sees one return address. Old keys go on verifying; the first key signs.
package struct TokenSigner: Sendable {
  private let keys: [TokenKey]

  /// The first key signs, all of them verify; nil without a key.
  package init?(keys: [TokenKey]) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// The length of every token, in characters.
  package static let length = 31

  package func token(for delivery: Int64, purpose: TokenPurpose) -> String {
    keys.first.map { make(delivery, purpose, key: $0) } ?? ""
  }

  /// Gives the delivery that a token names, or nil where the token is not one of ours.
  package func delivery(of token: some StringProtocol, purpose: TokenPurpose) -> Int64? {
    guard token.utf8.count == Self.length, let bytes = Base32.decode(token), bytes.count == 19,
      let key = keys.first(where: { $0.version == bytes[0] })
    else { return nil }
    let id = bytes[1..<9].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let delivery = Int64(bitPattern: id)
    let expected = mac(Array(bytes[0..<9]), key.prepared(for: purpose), count: 10)
    // No early exit: how many octets agree must not show in the time taken.
    let difference = zip(expected, bytes[9...]).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
    return difference == 0 ? delivery : nil
  }

  /// The Message-ID's left part: a MAC of what is sent and to which mailbox, the same on every try.
  package func messageID(contentHash: [UInt8], mailbox: MailboxKey) -> String {
    guard let key = keys.first else { return "" }
    return Base32.encode(mac(contentHash + Array(mailbox.rawValue.utf8), key.messageID, count: 20))
  }

  private func make(_ delivery: Int64, _ purpose: TokenPurpose, key: TokenKey) -> String {
    let id = UInt64(bitPattern: delivery)
    var body = [key.version]
    body.reserveCapacity(19)
    for shift in stride(from: 56, through: 0, by: -8) {
      body.append(UInt8(truncatingIfNeeded: id >> UInt64(shift)))
    }
    return Base32.encode(body + mac(body, key.prepared(for: purpose), count: 10))
  }

  /// The first octets of a MAC whose label was taken in before.
  private func mac(_ body: [UInt8], _ prepared: HMAC<SHA256>, count: Int) -> [UInt8] {
    var hash = prepared
    hash.update(data: body)
    return hash.finalize().withUnsafeBytes { Array($0.prefix(count)) }
  }
}
