/// What an erasure took away, and what it could not reach.
package struct ErasureResult: Sendable, Hashable {
  /// The person's addresses and names as they were: to look through files, then to be forgotten.
  package var addresses: [String] = []
  package var names: [String] = []
  package var contacts = 0
  package var subscriptions = 0
  package var listRows = 0
  package var answers = 0
  package var changes = 0
  package var deliveries = 0
  /// Of these, letters that were not sent yet.
  package var cancelled = 0
  package var attempts = 0
  package var reports = 0
  /// Texts about others in which the person was named.
  package var mentions = 0
  /// What was found in the trial database; nil where there is none.
  package var trialDeliveries: Int?
  /// Approved letters and approvals that still name the person: they stay as they were sent.
  package var stillNamedIn: [String] = []
  /// Databases that another program kept from being cleared to the last octet.
  package var heldBack: [String] = []

  package init() {}
}
