import Synchronization

/// Counts how often a rule was applied to an address, over all connections.
final class Tally: Sendable {
  private struct Key: Hashable {
    let rule: Int
    let address: String
  }

  /// Enough for a large rehearsal; beyond it rules with `times` no longer apply.
  private static let most = 2_000_000

  private let counts = Mutex<[Key: Int]>([:])

  /// Whether it may apply once more; counts it if so.
  func take(rule: Int, address: String, times: Int) -> Bool {
    let key = Key(rule: rule, address: address)
    return counts.withLock { counts in
      let used = counts[key] ?? 0
      guard used < times, used > 0 || counts.count < Self.most else { return false }
      counts[key] = used + 1
      return true
    }
  }
}
