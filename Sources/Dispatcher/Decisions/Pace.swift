package import FoundationEssentials

/// How many letters may leave in a minute, an hour and a day; nil is no limit.
package struct Pace: Sendable, Hashable {
  package var perMinute: Int?
  package var perHour: Int?
  package var perDay: Int?

  package init(perMinute: Int? = nil, perHour: Int? = nil, perDay: Int? = nil) {
    self.perMinute = perMinute
    self.perHour = perHour
    self.perDay = perDay
  }

  package var isUnlimited: Bool { perMinute == nil && perHour == nil && perDay == nil }

  /// The windows that limit, as length in seconds and number of letters.
  package var windows: [(length: TimeInterval, limit: Int)] {
    [(60, perMinute), (3600, perHour), (86400, perDay)].compactMap { length, limit in
      limit.map { (length, $0) }
    }
  }

  /// How many may leave now, told how many attempts began since a moment.
  package func allowance(now: Date, begunSince: (Date) throws -> Int) rethrows -> Int {
    try windows.reduce(Int.max) { smallest, window in
      let begun = try begunSince(now.addingTimeInterval(-window.length))
      return min(smallest, max(0, window.limit - begun))
    }
  }
}
