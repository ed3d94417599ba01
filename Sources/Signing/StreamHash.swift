import Crypto

/// SHA-256 of what comes in pieces: a file that is too large to be held.
package struct StreamHash: Sendable {
  private var hash = SHA256()

  package init() {}

  package mutating func take(_ bytes: some Sequence<UInt8>) {
    hash.update(data: Array(bytes))
  }

  /// The hash of all that was taken, in hexadecimal digits.
  package var hex: String { ContentHash.hex(Array(hash.finalize())) }
}
