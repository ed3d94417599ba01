package import FoundationEssentials

/// Why an import leaves somebody alone who is in the file.
package enum LeftAlone: Hashable, Sendable {
  /// Left this list.
  case left(since: Date)
  /// Left every list they were on; another list's file is no consent either.
  case leftEverything(since: Date)
  /// Must never be mailed.
  case suppressed
  /// The address belongs to another contact by now: merged into it, or changed since.
  case merged(into: String)
  /// So many names share the mailbox that no more are taken.
  case tooManyNames
}

/// How a contact stands towards the list that is imported, before the import.
package struct ImportStanding: Hashable, Sendable {
  /// The contact's own subscription of the list.
  package enum Own: Hashable, Sendable {
    case none
    case pending
    case confirmed
    case left(since: Date)
  }

  package var own: Own
  /// When somebody at the mailbox left this list.
  package var mailboxLeft: Date?
  /// When the mailbox left the last of all its lists.
  package var mailboxLeftEverything: Date?

  package init(own: Own, mailboxLeft: Date? = nil, mailboxLeftEverything: Date? = nil) {
    self.own = own
    self.mailboxLeft = mailboxLeft
    self.mailboxLeftEverything = mailboxLeftEverything
  }

  /// Who left stays off: a file is no consent, under whichever name it has the mailbox.
  package var reasonToLeaveAlone: LeftAlone? {
    switch own {
    case .left(let since): return .left(since: since)
    case .confirmed, .pending: return nil
    case .none:
      if let mailboxLeft { return .left(since: mailboxLeft) }
      return mailboxLeftEverything.map { .leftEverything(since: $0) }
    }
  }
}
