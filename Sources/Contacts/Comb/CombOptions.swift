package import Mail

/// What combing a list has to know besides its rows.
package struct CombOptions: Sendable {
  /// The list's file, as messages name it.
  package var file: String
  package var phrases: WorksheetPhrases
  /// The members that `members/` describes; where there are none, no list is asked about them.
  package var members: [Member]
  /// Of the tables that are written; see `Worksheet.separator(for:)`.
  package var separator: SheetSeparator
  /// How many findings of each kind are kept in words.
  package var examples: Int
  /// How many mailboxes are remembered, for finding repetitions: about 120 octets each.
  package var remembered = 2_000_000
  /// What was typed into an earlier worksheet and not imported yet: it is carried over.
  package var typed: [WorksheetPlace: String]
  /// Whether an address must never be mailed: nothing is asked about it.
  package var isSuppressed: @Sendable (MailboxKey) -> Bool
  package var isDisposable: @Sendable (Domain) -> Bool
  /// What is known of an address, for choosing which line of a person to keep.
  package var evidence: @Sendable (EmailAddress) -> KeeperEvidence

  package init(
    file: String, phrases: WorksheetPhrases, members: [Member] = [],
    separator: SheetSeparator = .comma, examples: Int = 200,
    typed: [WorksheetPlace: String] = [:],
    isSuppressed: @escaping @Sendable (MailboxKey) -> Bool = { _ in false },
    isDisposable: @escaping @Sendable (Domain) -> Bool = { DisposableDomains.contains($0) },
    evidence: @escaping @Sendable (EmailAddress) -> KeeperEvidence = { _ in .none }
  ) {
    self.file = file
    self.phrases = phrases
    self.members = members
    self.separator = separator
    self.examples = examples
    self.typed = typed
    self.isSuppressed = isSuppressed
    self.isDisposable = isDisposable
    self.evidence = evidence
  }
}
