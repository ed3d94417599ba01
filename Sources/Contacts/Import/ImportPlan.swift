/// What an import does, or would do: numbers, and the first of each kind by name.
package struct ImportPlan: Hashable, Sendable {
  /// One kind of consequence: how many there are, and the first of them.
  package struct Section: Hashable, Sendable {
    /// How many are named.
    package static let shown = 200

    package private(set) var count = 0
    package private(set) var items: [ImportItem] = []

    package init() {}

    /// Counts one, and keeps it where there is room.
    package mutating func add(_ item: @autoclosure () throws -> ImportItem) rethrows {
      count += 1
      if items.count < Self.shown { items.append(try item()) }
    }
  }

  /// New on the list; some of them were known from other lists.
  package var added = Section()
  /// Of those added, the ones who were not known at all.
  package var newContacts = 0
  package var changed = Section()
  /// On the list before, in the file, and nothing differs.
  package var unchanged = 0
  /// In the file, but nothing is done about them.
  package var leftAlone = Section()
  /// Confirmed on the list, but no longer in the file.
  package var missing = Section()
  /// Confirmed on the list from an earlier import, and taken out by a person's decision since.
  package var takenOff = Section()
  /// Where the file says other than what stands, and is not newer; one for each field.
  package var conflicts = Section()
  /// Where two rows of the file disagree about one contact: the first stands.
  package var contradictions = Section()
  /// What is done about those missing.
  package var gone = Gone.tell
  /// Letters not yet on the wire that were taken back with those missing.
  package var lettersTakenBack = 0

  package init() {}

  /// Whether it changes a contact or a subscription.
  package var changesAnything: Bool {
    added.count + changed.count + takenOff.count > 0 || gone != .tell && missing.count > 0
  }
}

/// What is done about those who are on a list, but no longer in its file.
package enum Gone: String, CaseIterable, Sendable {
  /// Nothing but tell.
  case tell
  /// They have left the list: a later file does not bring them back.
  case leave
  /// They are off the list until a file has them again.
  case stop
}
