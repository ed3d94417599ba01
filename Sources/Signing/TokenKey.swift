import Crypto

/// A secret that signs tokens and Message-IDs, with the version that names it.
package struct TokenKey: Sendable {
  package let version: UInt8
  /// With the key and what the MAC is for already taken in: every letter signs three times.
  let messageID: HMAC<SHA256>
  private let report: HMAC<SHA256>
  private let unsubscribe: HMAC<SHA256>
  private let reply: HMAC<SHA256>

  /// Takes at least 32 octets; nil where there are fewer.
  package init?(version: UInt8, bytes: [UInt8]) {
    guard bytes.count >= 32 else { return nil }
    self.version = version
    let key = SymmetricKey(data: bytes)
    report = Self.prepare(key, TokenPurpose.report.rawValue)
    unsubscribe = Self.prepare(key, TokenPurpose.unsubscribe.rawValue)
    reply = Self.prepare(key, TokenPurpose.reply.rawValue)
    messageID = Self.prepare(key, "message-id")
  }

  func prepared(for purpose: TokenPurpose) -> HMAC<SHA256> {
    switch purpose {
    case .report: report
    case .unsubscribe: unsubscribe
    case .reply: reply
    }
  }

  /// A label is closed by a NUL, so that none is another's beginning.
  private static func prepare(_ key: SymmetricKey, _ label: String) -> HMAC<SHA256> {
    var hash = HMAC<SHA256>(key: key)
    hash.update(data: Array(label.utf8) + [0])
    return hash
  }
}
