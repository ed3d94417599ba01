import Dispatcher
package import Foundation
package import Storage

/// Where the workspace stands: lists, mailings, the inbox, and what waits for a person.
package struct StatusReport: Sendable {
  package let lists: [ListSummary]
  package let contacts: Int
  package let mailable: Int
  package let suspended: Int
  package let unmailable: Int
  package let mailings: [MailingSummary]
  package let lastReading: Date?
  package let plan: [WorkPlan.Line]

  package static func gather(_ office: Office) throws(Problem) -> Self {
    let store = ContactStore(database: office.database)
    return try attempt {
      var contacts = 0
      var mailable = 0
      var suspended = 0
      try store.each { contact in
        contacts += 1
        if contact.suspended != nil {
          suspended += 1
        } else if contact.isSubscribed {
          mailable += 1
        }
      }
      return Self(
        lists: try store.lists(), contacts: contacts, mailable: mailable, suspended: suspended,
        unmailable: try store.unmailable().count,
        mailings: try MailingStore(database: office.database).all(),
        lastReading: try BounceStore(database: office.database).readings().last,
        plan: try WorkPlan.read(office.workspace))
    }
  }
}
