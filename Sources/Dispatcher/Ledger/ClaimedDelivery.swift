package import FoundationEssentials
package import Mail

/// A delivery that this run holds: no other sender takes it until it is given back.
package struct ClaimedDelivery: Sendable, Hashable {
  package let id: Int64
  package let mailing: Int64
  package let revision: Int64
  package let recipient: EmailAddress
  package let mailbox: MailboxKey
  package let name: String
  package let language: String
  /// The member that the reader speaks for, and their roles with commas between them; empty where
  /// there is none, or where no letter of the mailing asks.
  package let member: String
  package let roles: String
  /// Attempts that counted against it so far.
  package let tries: Int
  package let firstTry: Date?
  /// How often the relay's trouble sent it back in a row.
  package let troubles: Int
  /// The Message-ID it was put on the wire with; empty where that is still to come.
  package var messageID = ""

  package init(
    id: Int64, mailing: Int64, revision: Int64, recipient: EmailAddress, mailbox: MailboxKey,
    name: String, language: String, tries: Int, firstTry: Date?, troubles: Int,
    member: String = "", roles: String = ""
  ) {
    self.id = id
    self.mailing = mailing
    self.revision = revision
    self.recipient = recipient
    self.mailbox = mailbox
    self.name = name
    self.language = language
    self.member = member
    self.roles = roles
    self.tries = tries
    self.firstTry = firstTry
    self.troubles = troubles
  }
}
