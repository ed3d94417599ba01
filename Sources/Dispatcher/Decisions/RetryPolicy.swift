package import FoundationEssentials
package import Mail

/// When a temporary failure is tried again, and when trying ends: one table.
package struct RetryPolicy: Sendable {
  /// What to do next about a failed delivery.
  package enum Decision: Sendable, Hashable {
    case retry(at: Date)
    case giveUp
  }

  /// Waits after the first, second, … counted try, in seconds; the last one repeats.
  package var waits: [TimeInterval]
  /// Waits where the receiver asks for a slower pace.
  package var rateLimitedWaits: [TimeInterval]
  /// Tries that expiry needs, besides the age.
  package var expiryTries: Int
  /// Seconds since the first try that expiry needs, besides the tries.
  package var expiryAge: TimeInterval
  /// Waits after the relay's own trouble.
  package var troubleWaits: [TimeInterval]
  /// How many troubles in a row on one row, while others pass, make it deferred.
  package var troublesBeforeDeferral: Int

  package static let standard = Self(
    waits: [5 * 60, 15 * 60, 30 * 60, 3600, 2 * 3600, 4 * 3600, 8 * 3600],
    rateLimitedWaits: [30 * 60, 3600, 2 * 3600, 4 * 3600, 8 * 3600],
    expiryTries: 10, expiryAge: 4 * 86400,
    troubleWaits: [60, 5 * 60, 15 * 60], troublesBeforeDeferral: 3)

  /// Decides after a counted failure; `tries` includes it.
  package func decide(
    _ failure: Failure, tries: Int, firstTry: Date, now: Date
  ) -> Decision {
    guard failure.permanence == .temporary else { return .giveUp }
    if tries >= expiryTries, now.timeIntervalSince(firstTry) >= expiryAge { return .giveUp }
    let table = failure.reason == .rateLimited ? rateLimitedWaits : waits
    return .retry(at: now.addingTimeInterval(Self.wait(table, tries)))
  }

  /// The wait after the relay's trouble number `troubles`, in seconds.
  package func troubleWait(_ troubles: Int) -> TimeInterval { Self.wait(troubleWaits, troubles) }

  private static func wait(_ table: [TimeInterval], _ count: Int) -> TimeInterval {
    guard !table.isEmpty else { return 300 }
    return table[min(max(count, 1), table.count) - 1]
  }
}
