extension DispatchSummary {
  /// Several runs after one another, counted together; how it ended is told by the last one.
  package static func together(_ runs: [Self]) -> Self {
    var sum = runs.last ?? Self()
    for run in runs.dropLast() {
      sum.accepted += run.accepted
      sum.refused += run.refused
      sum.deferred += run.deferred
      sum.inDoubt += run.inDoubt
      sum.takenBack += run.takenBack
      sum.sentBack += run.sentBack
    }
    return sum
  }
}
