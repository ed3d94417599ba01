import Foundation

/// A day as tables show it, `2019-06-24`: the one on which people in the workspace's zone saw it.
enum WorkspaceDay {
  static func text(_ date: Date, _ zone: TimeZone) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
  }
}
