/// Gathers remarks; of each code only the first are kept, the others are counted.
package struct SheetRemarks: Sendable {
  private static let kept = 50
  private var list: [SheetRemark] = []
  private var counts: [String: Int] = [:]

  package init() {}

  package mutating func add(_ code: String, line: Int? = nil, column: Int? = nil, _ text: String) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= Self.kept else { return }
    list.append(SheetRemark(code: code, line: line, column: column, text: text))
  }

  /// In the order in which they were made, then how many of each kind were not kept.
  package var all: [SheetRemark] {
    let more = counts.filter { $0.value > Self.kept }.sorted { $0.key < $1.key }
    return list
      + more.map { code, count in
        SheetRemark(code: code, text: "the same in \(count - Self.kept) more places")
      }
  }
}
