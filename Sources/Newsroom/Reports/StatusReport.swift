package import Contacts
package import Foundation
package import Storage

/// Where the workspace stands: lists, mailings, the inbox, and what waits for a person.
package struct StatusReport: Sendable {
  package let lists: [ListSummary]
  package let contacts: Int
  package let mailable: Int
  package let suspended: Int
  package let unmailable: Int
  /// How many contacts stand where, by the evidence.
  package let reachability: [Reachability.State: Int]
  package let mailings: [MailingSummary]
  package let plan: [WorkPlan.Line]
  /// The zone that days are told in.
  package let zone: TimeZone

  package static func gather(_ office: Office) throws(Problem) -> Self {
    let store = ContactStore(database: office.database)
    let reachabilities = try Reachabilities(office)
    return try attempt {
      var contacts = 0
      var reachability: [Reachability.State: Int] = [:]
      var mailable = 0
      var suspended = 0
      try store.each { contact in
        contacts += 1
        reachability[reachabilities[contact.mailbox].state, default: 0] += 1
        if contact.suspended != nil {
          suspended += 1
        } else if contact.isSubscribed {
          mailable += 1
        }
      }
      return Self(
        lists: try store.lists(), contacts: contacts, mailable: mailable, suspended: suspended,
        unmailable: try store.unmailable().count, reachability: reachability,
        mailings: try MailingStore(database: office.database).all(),
        plan: try WorkPlan.read(office.workspace), zone: office.configuration.zone)
    }
  }
}
