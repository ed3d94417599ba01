package import Mail

/// One event in all its languages.
package struct Occasion: Hashable, Sendable {
  package let original: Event
  package let variants: [Language: Event]

  package func event(in order: [Language]) -> Event {
    order.lazy.compactMap { variants[$0] }.first ?? original
  }

  static func group(_ events: [Event]) -> [Self] {
    var groups: [String: [Event]] = [:]
    for event in events { groups[event.id, default: []].append(event) }
    return groups.sorted { $0.key < $1.key }.compactMap { _, all in
      guard let original = all.first(where: { !$0.isTranslation }) ?? all.first else { return nil }
      return Self(
        original: original,
        variants: Dictionary(all.map { ($0.language, $0) }) { first, _ in first })
    }
  }
}
