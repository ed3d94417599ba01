import Foundation

/// Unicode normalisation, from the system's own tables.
package enum Normalization {
  /// Gives the NFC form (RFC 6532 section 3.1); ASCII text comes back as it is.
  package static func nfc(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(staysComposed)
      ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether it is one of the common characters that NFC keeps, whatever stands beside them: all
  /// below the combining marks, kana, Han, Hangul syllables.
  private static func staysComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Gives the NFD form, with every accent on its own; ASCII text comes back as it is.
  package static func nfd(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.decomposedStringWithCanonicalMapping
  }
}
