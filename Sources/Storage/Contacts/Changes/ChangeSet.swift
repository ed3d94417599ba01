package import Foundation

/// What one command changed.
package struct ChangeSet: Sendable, Hashable {
  package let id: Int64
  package let at: Date
  package let command: String
  package let who: String
  package let why: String
  /// The set that this one undid.
  package let undoes: Int64?
  /// The set that undid this one.
  package let undoneBy: Int64?
  package let contacts: Int
  package let subscriptions: Int
  package let suppressions: Int
  /// What it changed of the contact that was asked about; empty where none was.
  package let steps: [ChangeStep]
}

/// One change of one contact, with what stood before and after.
package struct ChangeStep: Sendable, Hashable {
  /// What changed.
  package enum Subject: Sendable, Hashable {
    /// The contact as a whole came or went: its address tells which.
    case contact
    /// A field, also `suspended` and `merged into`.
    case field(String)
    /// The state on a list.
    case list(String)
    case suppression
  }

  package let subject: Subject
  /// Nil where there was nothing.
  package let before: String?
  /// Nil where there is nothing any more.
  package let after: String?
}

/// What undoing a set did.
package struct UndoResult: Sendable, Hashable {
  /// The set that the undoing made; nil where nothing could be put back.
  package var set: Int64?
  /// Rows that are as they were before the set.
  package var restored = 0
  /// Rows left as they are, because something changed them later.
  package var changedLater = 0
  /// Rows of contacts that are gone, such as erased ones.
  package var gone = 0
  /// Contacts that the set had added and that stay, because letters or other lists know them.
  package var stillUsed = 0
}
