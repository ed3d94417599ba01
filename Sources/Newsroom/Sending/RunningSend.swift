import Dispatcher

/// A send that is under way: what it has done so far, and how to end it early.
package struct RunningSend: Sendable {
  private let run: DispatchRun
  private let due: Int

  init(run: DispatchRun, due: Int) {
    self.run = run
    self.due = due
  }

  /// Ends it soon: letters on the wire are finished, the others wait for the next send.
  package func interrupt() { run.interrupt() }

  /// Bar, done of all, rate, refused, deferred, in doubt, time left.
  package func progressLine(seconds: Double) -> String {
    let summary = run.progress
    let done = min(summary.attempts, due)
    let filled = due > 0 ? done * 20 / due : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let rate = seconds > 0 ? Double(summary.attempts) / seconds : 0
    var parts = ["\(bar) \(done) of \(due)", "\(Int(rate))/s"]
    if summary.refused > 0 { parts.append("\(summary.refused) refused") }
    if summary.deferred > 0 { parts.append("\(summary.deferred) deferred") }
    if summary.inDoubt > 0 { parts.append("\(summary.inDoubt) in doubt") }
    if rate > 0, due > done { parts.append("\(Self.left(Double(due - done) / rate)) left") }
    return parts.joined(separator: " · ")
  }

  private static func left(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\((whole + 59) / 60) min"
  }
}
