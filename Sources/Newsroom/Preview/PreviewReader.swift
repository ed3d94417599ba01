import Contacts
import Dispatcher
import Mail
import Storage

/// In whose place a preview is looked at: a sample reader, or one of the contacts.
struct PreviewReader: Sendable {
  let address: EmailAddress
  let name: String
  let member: String
  let roles: String
  /// The language that the contact wants, where one is known.
  let language: String?
  /// Whether and why the letter would reach them; nil for the sample reader.
  let prospect: PreviewProspect?

  /// A reader of RFC 2606: a preview that escapes reaches nobody.
  static func sample() throws(Problem) -> Self {
    guard let address = try? EmailAddress(parsing: "reader@example.org") else {
      throw Problem(.bug, "The sample reader has no address.")
    }
    return Self(
      address: address, name: "A Reader", member: "", roles: "", language: nil, prospect: nil)
  }

  /// The row that a sending would hold for this reader.
  func delivery(in language: String) -> ClaimedDelivery {
    ClaimedDelivery(
      id: 0, mailing: 0, revision: 0, recipient: address, mailbox: address.mailboxKey, name: name,
      language: language, tries: 0, firstTry: nil, troubles: 0, member: member, roles: roles)
  }
}
