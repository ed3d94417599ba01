/// The canonical name of a mailbox: two addresses with one key reach the same mailbox.
///
/// Case-folded NFC local part, `@`, domain in A-labels. Dots and plus-tags are kept, because only
/// some providers ignore them.
package struct MailboxKey: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package var description: String { rawValue }
}
