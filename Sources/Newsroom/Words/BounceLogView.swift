import Foundation
import Mail
import Storage

/// What `bounces log` shows on a terminal.
package struct BounceLogView {
  private let log: BounceLog

  package init(_ log: BounceLog) {
    self.log = log
  }

  package var text: String {
    get throws(Problem) {
      var columns = Columns()
      var count = 0
      try log.each { entry in
        count += 1
        columns.add(
          log.day(entry), entry.recipient, entry.kind, entry.status ?? "",
          FailureReason(rawValue: entry.reason)?.phrase ?? entry.reason,
          DeliveriesView.short(entry.diagnosis))
      }
      guard count > 0 else { return "Nothing was refused or sent back so far." }
      return "\(count) \(count == 1 ? "line" : "lines") in the bounce log.\n\n" + columns.text
    }
  }
}
