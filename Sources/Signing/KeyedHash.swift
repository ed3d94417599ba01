import Crypto
package import Mail

/// A mailbox's hash under the workspace's own key: recognises an erased person, tells no name.
package enum KeyedHash {
  package static func of(_ mailbox: MailboxKey, key: [UInt8]) -> [UInt8] {
    of(mailbox.rawValue, key: key)
  }

  package static func of(_ text: String, key: [UInt8]) -> [UInt8] {
    var hash = HMAC<SHA256>(key: SymmetricKey(data: key))
    hash.update(data: Array(text.utf8))
    return Array(hash.finalize())
  }
}
