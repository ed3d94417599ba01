import Mail
import Signing

/// The hash that an approval is given to: all languages together, in the order of their tags.
enum MailingHash {
  static func of(_ letters: [(language: String, message: PreparedMessage)]) -> [UInt8] {
    // Appended, not joined: a joined sequence is walked octet by octet, a second for every letter.
    var bytes: [UInt8] = []
    for letter in letters.sorted(by: { $0.language < $1.language }) {
      bytes += letter.message.canonicalBytes(language: letter.language)
    }
    return ContentHash.sha256(bytes)
  }
}
