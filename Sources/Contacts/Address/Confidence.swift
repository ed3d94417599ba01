/// How far a repair or a suggestion can be trusted.
package enum Confidence: String, CaseIterable, Codable, Comparable, Sendable {
  /// One reading among several.
  case guess
  /// What nearly everybody meant who wrote this.
  case likely
  /// Nothing else can have been meant.
  case sure

  package static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .guess: 0
    case .likely: 1
    case .sure: 2
    }
  }
}
