package import Dispatcher

/// A send that is under way: what it has done so far, and how to end it early.
package struct RunningSend: Sendable {
  private let run: DispatchRun
  /// How many letters waited when it began.
  package let due: Int

  init(run: DispatchRun, due: Int) {
    self.run = run
    self.due = due
  }

  /// Ends it soon: letters on the wire are finished, the others wait for the next send.
  package func interrupt() { run.interrupt() }

  /// What it has done so far.
  package var progress: DispatchSummary { run.progress }
}
