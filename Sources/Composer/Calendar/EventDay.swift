/// When something happens: on a day, or in a month whose day is not fixed yet.
package enum EventDay: Hashable, Sendable, CustomStringConvertible {
  case day(CalendarDay)
  case month(year: Int, month: Int)

  /// Reads `2019-10-23` or `2019-10`.
  package init?(parsing text: some StringProtocol) {
    if let day = CalendarDay(parsing: text) {
      self = .day(day)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = CalendarDay.digits(parts[0]), let month = CalendarDay.digits(parts[1]),
      year > 0, (1...12).contains(month)
    else { return nil }
    self = .month(year: year, month: month)
  }

  package var first: CalendarDay {
    switch self {
    case .day(let day): day
    case .month(let year, let month): CalendarDay.first(of: month, year: year)
    }
  }

  package var last: CalendarDay {
    switch self {
    case .day(let day): day
    case .month(let year, let month): CalendarDay.last(of: month, year: year)
    }
  }

  package var isExact: Bool {
    if case .day = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .day(let day): day.description
    case .month(let year, let month):
      "\(CalendarDay.padded(year, 4))-\(CalendarDay.padded(month, 2))"
    }
  }
}
