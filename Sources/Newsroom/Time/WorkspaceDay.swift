import Composer
import Foundation

/// A day as tables show it, `2019-06-24`: the one on which people in the workspace's zone saw it.
enum WorkspaceDay {
  static func text(_ date: Date, _ zone: TimeZone) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
  }
}

extension Office {
  /// Today in the workspace's zone, by its clock.
  func today() throws(Problem) -> CalendarDay {
    let parts = calendar.dateComponents([.year, .month, .day], from: clock.now())
    let day = CalendarDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    guard let day else { throw Problem(.bug, "The clock shows a day that does not exist.") }
    return day
  }
}
