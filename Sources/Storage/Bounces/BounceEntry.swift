package import Foundation
import GRDB

/// One line of the bounce log.
package struct BounceEntry: Sendable, Hashable, Codable {
  package var at: Date
  /// Where it was told: `smtp` or the inbox's name.
  package var source: String
  /// What makes a report the same one when it is read twice.
  package var fingerprint: String
  package var kind: String
  package var recipient: String
  package var contact: Int64?
  package var delivery: Int64?
  package var mailing: String
  package var status: String?
  package var permanence: String?
  package var reason: String
  package var diagnosis: String
  package var toldBy: String
  /// `proof`, or `hint:` and why it is no proof.
  package var proof: String

  package init(
    at: Date, source: String, fingerprint: String, kind: String, recipient: String,
    contact: Int64? = nil, delivery: Int64? = nil, mailing: String = "", status: String? = nil,
    permanence: String? = nil, reason: String, diagnosis: String, toldBy: String, proof: String
  ) {
    self.at = at
    self.source = source
    self.fingerprint = fingerprint
    self.kind = kind
    self.recipient = recipient
    self.contact = contact
    self.delivery = delivery
    self.mailing = mailing
    self.status = status
    self.permanence = permanence
    self.reason = reason
    self.diagnosis = diagnosis
    self.toldBy = toldBy
    self.proof = proof
  }

  /// As people see it: what stands for an erased person's mailbox is nobody's address.
  init(row: Row) {
    let recipient: String = row["recipient"]
    self.init(
      at: Timestamp.date(row["at"]), source: row["source"], fingerprint: row["fingerprint"],
      kind: row["kind"], recipient: ErasedMailbox.isMark(recipient) ? "" : recipient,
      contact: row["contact_id"],
      delivery: row["delivery_id"], mailing: row["mailing"], status: row["status"],
      permanence: row["permanence"], reason: row["reason"], diagnosis: row["diagnosis"],
      toldBy: row["told_by"], proof: row["proof"])
  }
}
