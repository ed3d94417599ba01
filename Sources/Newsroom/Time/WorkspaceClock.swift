import Composer
import Dispatcher
package import Foundation

/// The machine's clock, or one that began at a set moment and goes on from there.
package struct WorkspaceClock: WallClock {
  private let offset: TimeInterval

  package static let system = Self(offset: 0)

  /// Begins at `moment`, as if it were now.
  package init(startingAt moment: Date) {
    offset = moment.timeIntervalSinceNow
  }

  private init(offset: TimeInterval) {
    self.offset = offset
  }

  package func now() -> Date { Date().addingTimeInterval(offset) }

  /// Reads `2019-06-24T09:00:00+08:00`; fails saying what was expected.
  package init(setTo text: String) throws(Problem) {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt)
    // The style rolls 30 February over into March; a day that does not exist is no moment.
    guard CalendarDay(parsing: text.prefix(10)) != nil, let moment = try? style.parse(text) else {
      throw Problem(
        .usage, "SOLSTICE_NOW is “\(text)”; write it as 2019-06-24T09:00:00+08:00.")
    }
    self.init(startingAt: moment)
  }
}
