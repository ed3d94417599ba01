package import Mail

/// One item in all its languages.
package struct Story: Hashable, Sendable {
  package let original: Item
  package let variants: [Language: Item]

  package init(original: Item, variants: [Language: Item]) {
    self.original = original
    self.variants = variants
  }

  /// The item in the first of the languages that it exists in, else as it was written.
  package func item(in order: [Language]) -> Item {
    order.lazy.compactMap { variants[$0] }.first ?? original
  }

  /// Groups items by their id; translations join their original.
  static func group(_ items: [Item]) -> [Self] {
    var groups: [String: [Item]] = [:]
    var order: [String] = []
    for item in items {
      if groups[item.id] == nil { order.append(item.id) }
      groups[item.id, default: []].append(item)
    }
    return order.compactMap { id in
      let all = groups[id] ?? []
      guard let original = all.first(where: { !$0.isTranslation }) ?? all.first else { return nil }
      // A translation that is still a draft stays out, while the item itself is published.
      let ready = all.filter { original.isDraft || !$0.isDraft }
      return Self(
        original: original,
        variants: Dictionary(ready.map { ($0.language, $0) }) { first, _ in first })
    }
  }
}
