/// What happened to an item of a letter between two of its revisions.
package struct ItemChange: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case added
    case removed
    case moved
    case changed
  }

  package let kind: Kind
  package let before: OutlineItem?
  package let after: OutlineItem?

  package init(kind: Kind, before: OutlineItem?, after: OutlineItem?) {
    self.kind = kind
    self.before = before
    self.after = after
  }

  package var id: String { after?.id ?? before?.id ?? "" }
  package var title: String { after?.title ?? before?.title ?? "" }

  /// The changed sentences; empty where only the place or the title changed.
  package var texts: [TextChange] {
    kind == .changed ? TextChange.between(before?.text ?? "", after?.text ?? "") : []
  }

  /// Compares two outlines of one language.
  ///
  /// Pure. Removed, added and changed items are told in the order of the letter, then what moved:
  /// into another part, or past others. An item that changed and moved is told twice.
  package static func between(_ old: [OutlineItem], _ new: [OutlineItem]) -> [Self] {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    var changes: [Self] = []
    for item in new {
      guard let earlier = before[item.id] else {
        changes.append(Self(kind: .added, before: nil, after: item))
        continue
      }
      if earlier.title != item.title || earlier.text != item.text {
        changes.append(Self(kind: .changed, before: earlier, after: item))
      }
    }
    changes += old.filter { after[$0.id] == nil }.map {
      Self(kind: .removed, before: $0, after: nil)
    }
    let oldOrder = old.map(\.id).filter { after[$0] != nil }
    let newOrder = new.map(\.id).filter { before[$0] != nil }
    var moved: Set<String> = []
    for case .insert(_, let id, _) in newOrder.difference(from: oldOrder) { moved.insert(id) }
    for item in new {
      guard let earlier = before[item.id] else { continue }
      if moved.contains(item.id) || earlier.part != item.part {
        changes.append(Self(kind: .moved, before: earlier, after: item))
      }
    }
    return changes
  }
}
