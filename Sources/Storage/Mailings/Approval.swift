package import Dispatcher
package import Foundation
package import Mail

/// What a person approved: the frozen letter in every language, for these lists.
package struct Approval: Sendable {
  /// One language's letter.
  package struct Content: Sendable {
    package let language: String
    package let subject: String
    package let message: PreparedMessage

    package init(language: String, subject: String, message: PreparedMessage) {
      self.language = language
      self.subject = subject
      self.message = message
    }
  }

  package let mailing: String
  package let kind: String
  package let contents: [Content]
  package let contentHash: [UInt8]
  package let by: String
  package let at: Date
  package let note: String
  package let lists: [ListSummary]
  /// The errors of the checks that the person accepted.
  package var allowances: [Allowance] = []
  /// What the letters say, item by item: for `diff` and for corrections.
  package var items: [Item] = []
  /// The day that the letter bears, as `2019-06-24`.
  package var told = ""
  /// Whose earlier letter this one sets right; nil for everything that is no correction.
  package var correction: Correction?

  package init(
    mailing: String, kind: String, contents: [Content], contentHash: [UInt8], by: String, at: Date,
    note: String, lists: [ListSummary]
  ) {
    self.mailing = mailing
    self.kind = kind
    self.contents = contents
    self.contentHash = contentHash
    self.by = by
    self.at = at
    self.note = note
    self.lists = lists
  }
}

/// What an approval planned.
package struct ApprovalResult: Sendable, Hashable {
  package var mailing: Int64 = 0
  package var revision = 0
  /// Rows that this approval added.
  package var planned = 0
  /// Rows of the mailing in all.
  package var rows = 0
  /// Contacts left out because another contact has the same mailbox.
  package var sharedMailboxes = 0
  package var suspended = 0
  package var suppressed = 0
  /// Rows that this approval added, by language.
  package var byLanguage: [String: Int] = [:]
  /// Readers by list, then by language; and of all lists together, each mailbox once.
  package var lists: [String: [String: Int]] = [:]
  package var languages: [String: Int] = [:]
  /// Where all rows of the mailing stand.
  package var counts: [DeliveryState: Int] = [:]

  package init() {}
}

/// A list as the database knows it.
package struct ListSummary: Sendable, Hashable {
  package let id: Int64
  package let name: String
  package let source: String
  /// When the file was last changed before its import, where it was a file.
  package let sourceModified: Date?
  package let imported: Date
  /// The text of the rule that fills it; nil for a file's list.
  package let rule: String?

  package var isByRule: Bool { rule != nil }

  package init(
    id: Int64, name: String, source: String, sourceModified: Date?, imported: Date,
    rule: String? = nil
  ) {
    self.id = id
    self.name = name
    self.source = source
    self.sourceModified = sourceModified
    self.imported = imported
    self.rule = rule
  }
}
