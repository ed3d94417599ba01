import Crypto

/// A secret that signs tokens and Message-IDs, with the version that names it.
package struct TokenKey: Sendable {
  package let version: UInt8
  /// With the key already taken in: every letter signs three times.
  let prepared: HMAC<SHA256>

  /// Takes at least 32 octets; nil where there are fewer.
  package init?(version: UInt8, bytes: [UInt8]) {
    guard bytes.count >= 32 else { return nil }
    self.version = version
    prepared = HMAC(key: SymmetricKey(data: bytes))
  }
}
