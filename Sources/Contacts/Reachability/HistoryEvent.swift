package import FoundationEssentials
package import Mail

/// One thing that happened with a contact's mailbox.
package struct HistoryEvent: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// The relay took a letter for it.
    case accepted
    /// A letter was refused, or came back; with the server's words.
    case bounced(FailureReason, Permanence, diagnosis: String)
    /// A person wrote back.
    case answered
    /// A person clicked a link to confirm.
    case confirmed
    /// A person asked to get no more.
    case left
    /// The inbox that reports arrive in was read to its end; counts for every contact.
    case inboxRead
  }

  package var date: Date
  package var what: What
  /// The mailing it belongs to, where one is known.
  package var mailing: String?

  package init(date: Date, what: What, mailing: String? = nil) {
    self.date = date
    self.what = what
    self.mailing = mailing
  }
}
