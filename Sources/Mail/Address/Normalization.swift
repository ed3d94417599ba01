import Foundation

/// Unicode normalisation, from the system's own tables.
package enum Normalization {
  /// Gives the NFC form (RFC 6532 section 3.1); ASCII text comes back as it is.
  package static func nfc(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Gives the NFD form, with every accent on its own; ASCII text comes back as it is.
  package static func nfd(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCanonicalMapping
  }
}
