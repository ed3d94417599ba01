package import FoundationEssentials

/// Tells the time: the machine's, or one that a test or a sample sets.
package protocol WallClock: Sendable {
  func now() -> Date
}
