/// Finds the name that was probably meant.
enum NearestName {
  /// The nearest of the known names, nil where none is near.
  static func of(_ name: String, in known: some Sequence<String>) -> String? {
    let written = Array(name.lowercased().unicodeScalars.prefix(60))
    let limit = max(1, min(3, written.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in known.sorted() {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - written.count) <= limit else { continue }
      let distance = distance(written, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// "; did you mean …?", or nothing.
  static func hint(_ name: String, in known: some Sequence<String>) -> String {
    of(name, in: known).map { "; did you mean \($0)?" } ?? ""
  }

  /// Letters added, lost, changed, or two that changed places.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
