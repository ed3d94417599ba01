import Foundation
import Mail
import Signing

/// What stands in a delivery, or a report, for the mailbox of an erased person.
enum ErasedMailbox {
  /// The hash keeps rows apart as the mailbox did.
  static func mark(_ hash: Data) -> String { prefix + ContentHash.hex(Array(hash)) }

  static func isMark(_ mailbox: String) -> Bool { mailbox.hasPrefix(prefix) }

  /// Picks rows of erased people in SQL.
  static let pattern = prefix + "*"

  /// An address for who asks for one: it can't be mailed (RFC 6761), and is nobody's.
  static let nobody = "erased@erased.invalid"

  private static let prefix = "erased:"
}
