/// Finds which of many phrases stand in a text, in one pass over it.
///
/// Phrases belong to at most 64 groups and have at least three bytes in UTF-8, in lower case; the
/// text is expected as `FoldedText` gives it.
package struct PhraseTable: Sendable {
  private struct Entry: Sendable {
    let bytes: [UInt8]
    let group: Int
  }
  private let entries: [Entry]
  /// Entries by the hash of their first three bytes: `starts[h]..<starts[h + 1]` in `order`.
  private let starts: [UInt16]
  private let order: [UInt16]
  private static let buckets = 8192

  package init(_ groups: [[String]]) {
    var entries: [Entry] = []
    for (group, phrases) in groups.prefix(64).enumerated() {
      for phrase in phrases where phrase.utf8.count >= 3 {
        entries.append(Entry(bytes: Array(phrase.utf8), group: group))
      }
    }
    var chains = [[UInt16]](repeating: [], count: Self.buckets)
    for (index, entry) in entries.enumerated() {
      chains[Self.hash(entry.bytes[0], entry.bytes[1], entry.bytes[2])]
        .append(UInt16(truncatingIfNeeded: index))
    }
    var starts: [UInt16] = []
    var order: [UInt16] = []
    for chain in chains {
      starts.append(UInt16(truncatingIfNeeded: order.count))
      order += chain
    }
    starts.append(UInt16(truncatingIfNeeded: order.count))
    self.entries = entries
    self.starts = starts
    self.order = order
  }

  /// The groups of which a phrase stands in the text, as a set of bits.
  package func groups(in text: ByteSlice) -> UInt64 {
    var found: UInt64 = 0
    visit(text) { group, _ in
      found |= 1 << UInt64(group)
      return true
    }
    return found
  }

  /// Where a phrase of each group stands first.
  package func firstPlaces(in text: ByteSlice) -> [Int: Int] {
    var places: [Int: Int] = [:]
    visit(text) { group, place in
      if places[group] == nil { places[group] = place }
      return true
    }
    return places
  }

  private func visit(_ text: ByteSlice, _ body: (Int, Int) -> Bool) {
    let base = text.startIndex
    text.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 3 else { return }
      starts.withUnsafeBufferPointer { starts in
        for place in 0...(bytes.count - 3) {
          let hash = Self.hash(bytes[place], bytes[place + 1], bytes[place + 2])
          let lower = Int(starts[hash])
          let upper = Int(starts[hash + 1])
          guard lower < upper else { continue }
          for slot in lower..<upper {
            let entry = entries[Int(order[slot])]
            if matches(entry.bytes, bytes, at: place), !body(entry.group, base + place) { return }
          }
        }
      }
    }
  }

  private func matches(
    _ phrase: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    guard place + phrase.count <= bytes.count else { return false }
    for index in 0..<phrase.count where phrase[index] != bytes[place + index] { return false }
    return true
  }

  private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let word = UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16
    return Int((word &* 2_654_435_761) >> 19)
  }
}
