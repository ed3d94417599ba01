/// What one run came to, counted as it happened.
package struct DispatchSummary: Sendable, Hashable {
  package var accepted = 0
  package var refused = 0
  package var deferred = 0
  package var inDoubt = 0
  package var takenBack = 0
  package var sentBack = 0
  /// Why the run stopped before everything due was tried.
  package var trip: CircuitBreaker.Trip?
  /// An error of our own (the database, a letter that could not be made), in words.
  package var error: String?
  package var wasInterrupted = false

  package init() {}

  package var attempts: Int { accepted + refused + deferred + inDoubt }

  mutating func count(_ step: Outcome.Step) {
    switch step {
    case .accepted: accepted += 1
    case .refused: refused += 1
    case .deferred: deferred += 1
    case .inDoubt: inDoubt += 1
    case .back: sentBack += 1
    case .takenBack: takenBack += 1
    }
  }
}
