import Crypto

/// A secret that signs tokens and Message-IDs, with the version that names it.
package struct TokenKey: Sendable {
  package let version: UInt8
  /// Made once: every letter signs four times.
  let secret: SymmetricKey

  /// Takes at least 32 octets; nil where there are fewer.
  package init?(version: UInt8, bytes: [UInt8]) {
    guard bytes.count >= 32 else { return nil }
    self.version = version
    secret = SymmetricKey(data: bytes)
  }
}
