package import Dispatcher
import Foundation

/// How far a send has come, as one line.
///
/// Rate and time left are of the last seconds, not of the whole: a relay that has become slow is
/// told as slow. Pure: it is fed what was done and when, in seconds since the start.
package struct SendProgress: Sendable {
  private struct Mark {
    let at: Double
    let done: Int
  }

  /// So long back the rate looks, in seconds.
  private static let memory = 10.0

  private let due: Int
  private var marks: [Mark] = [Mark(at: 0, done: 0)]
  private var summary = DispatchSummary()
  private var isStopping = false

  /// `due` is how many letters waited when the send began.
  package init(due: Int) {
    self.due = due
  }

  /// Takes in what was done until now.
  package mutating func take(_ summary: DispatchSummary, at seconds: Double, isStopping: Bool) {
    self.summary = summary
    self.isStopping = isStopping
    marks.append(Mark(at: seconds, done: summary.attempts))
    while marks.count > 2, seconds - marks[1].at >= Self.memory { marks.removeFirst() }
  }

  /// Bar, done of all, rate, refused, deferred, in doubt, time left, within a terminal's width.
  ///
  /// Where there is no room the bar goes first, then what stands last: a line that wraps could not
  /// be written over.
  package func line(width: Int) -> String {
    let room = max(width - 1, 10)
    let filled = due > 0 ? done * 20 / due : 0
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    var parts = parts
    let whole = bar + " " + parts.joined(separator: " · ")
    if whole.count <= room { return whole }
    while parts.count > 1, parts.joined(separator: " · ").count > room { parts.removeLast() }
    return String(parts.joined(separator: " · ").prefix(room))
  }

  /// The same without a bar, for logs.
  package var plain: String { parts.joined(separator: ", ") }

  private var done: Int { min(summary.attempts, due) }

  private var parts: [String] {
    var parts = ["\(done) of \(due)", Self.perSecond(rate)]
    if summary.refused > 0 { parts.append("\(summary.refused) refused") }
    if summary.deferred > 0 { parts.append("\(summary.deferred) deferred") }
    if summary.inDoubt > 0 { parts.append("\(summary.inDoubt) in doubt") }
    if isStopping {
      parts.append("stopping after the letters on the wire")
    } else if rate > 0, due > done {
      parts.append("\(Self.left(Double(due - done) / rate)) left")
    }
    return parts
  }

  private var rate: Double {
    guard let first = marks.first, let last = marks.last, last.at > first.at else { return 0 }
    return Double(last.done - first.done) / (last.at - first.at)
  }

  private static func perSecond(_ rate: Double) -> String {
    rate > 0 && rate < 10 ? String(format: "%.1f/s", rate) : "\(Int(rate.rounded()))/s"
  }

  private static func left(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9).rounded(.up))
    if whole < 60 { return "\(whole) s" }
    let minutes = (whole + 59) / 60
    if minutes < 120 { return "\(minutes) min" }
    return "\(minutes / 60) h \(minutes % 60) min"
  }
}
