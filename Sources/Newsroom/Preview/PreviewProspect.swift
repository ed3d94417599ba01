import Contacts
import Foundation
import Mail
import Storage

/// Whether a contact would get a mailing, in words.
struct PreviewProspect: Sendable {
  let gets: Bool
  /// A sentence without its subject: "is on members and would get it".
  let words: String

  /// Decides by what the database knows now; `lists` are the mailing's, empty for all of them.
  static func of(
    _ contact: ContactRecord, lists: [String], office: Office
  ) throws(Problem) -> Self {
    let store = ContactStore(database: office.database)
    let key = MailboxKey(rawValue: contact.mailbox)
    let suppressed = try attempt { try store.suppressionCheck()(key) }
    if suppressed {
      return Self(gets: false, words: "must not be mailed: the address is suppressed")
    }
    if let since = contact.suspended {
      let why = contact.suspendedWhy.map { " (\(VisibleText.of($0, width: 80)))" } ?? ""
      return Self(
        gets: false, words: "is suspended since \(ReportDates.day(since, office))\(why)")
    }
    let all = try attempt { try store.lists().filter { !$0.isByRule }.map(\.name) }
    let asked = lists.isEmpty ? all : lists
    let on = asked.filter { contact.lists.contains("\($0):confirmed") }
    guard on.isEmpty else { return try shared(contact, on, asked, store) }
    let among = asked.isEmpty ? "any list" : "any of the lists \(asked.joined(separator: ", "))"
    if contact.hasLeft { return Self(gets: false, words: "has left every list") }
    if contact.lists.contains(where: { $0.hasSuffix(":pending") }) {
      return Self(gets: false, words: "has not confirmed yet")
    }
    return Self(gets: false, words: "is not on \(among)")
  }

  /// One letter goes to a mailbox, in the name of the contact that was known first.
  private static func shared(
    _ contact: ContactRecord, _ on: [String], _ asked: [String], _ store: ContactStore
  ) throws(Problem) -> Self {
    let others = try attempt { try store.contacts(at: MailboxKey(rawValue: contact.mailbox)) }
    let first = others.first { other in
      other.suspended == nil && asked.contains { other.lists.contains("\($0):confirmed") }
    }
    if let first, first.id != contact.id {
      return Self(
        gets: false,
        words: "shares the mailbox with \(VisibleText.of(first.name)), in whose name the one "
          + "letter goes")
    }
    return Self(gets: true, words: "is on \(on.joined(separator: ", ")) and would get it")
  }
}
