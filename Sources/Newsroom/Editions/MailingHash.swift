import Mail
import Signing

/// The hash that an approval is given to: all languages together, in the order of their tags.
enum MailingHash {
  static func of(_ letters: [(language: String, message: PreparedMessage)]) -> [UInt8] {
    ContentHash.sha256(
      letters.sorted { $0.language < $1.language }
        .map { $0.message.canonicalBytes(language: $0.language) }.joined())
  }
}
