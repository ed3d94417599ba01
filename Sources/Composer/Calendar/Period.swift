/// What one edition covers: `2019-H1`, `2019-Q2` or `2019-06`.
package struct Period: Hashable, Sendable, CustomStringConvertible {
  package enum Span: Hashable, Sendable {
    case half(Int)
    case quarter(Int)
    case month(Int)
  }

  package let year: Int
  package let span: Span

  package init(parsing text: some StringProtocol) throws(PeriodError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let year = CalendarDay.digits(parts[0]),
      year > 0, let span = Self.span(parts[1])
    else { throw PeriodError(text: String(text.prefix(40))) }
    self.year = year
    self.span = span
  }

  package var description: String {
    let start = CalendarDay.padded(year, 4)
    return switch span {
    case .half(let half): "\(start)-H\(half)"
    case .quarter(let quarter): "\(start)-Q\(quarter)"
    case .month(let month): "\(start)-\(CalendarDay.padded(month, 2))"
    }
  }

  package var firstMonth: Int {
    switch span {
    case .half(let half): half * 6 - 5
    case .quarter(let quarter): quarter * 3 - 2
    case .month(let month): month
    }
  }

  package var lastMonth: Int {
    switch span {
    case .half(let half): half * 6
    case .quarter(let quarter): quarter * 3
    case .month(let month): month
    }
  }

  package var firstDay: CalendarDay { CalendarDay.first(of: firstMonth, year: year) }

  package var lastDay: CalendarDay { CalendarDay.last(of: lastMonth, year: year) }

  package func contains(_ day: CalendarDay) -> Bool {
    day >= firstDay && day <= lastDay
  }

  private static func span(_ text: some StringProtocol) -> Span? {
    guard text.utf8.count == 2, let first = text.first else { return nil }
    let number = CalendarDay.digits(text.dropFirst())
    switch (first, number) {
    case ("H", .some(let half)) where (1...2).contains(half): return .half(half)
    case ("Q", .some(let quarter)) where (1...4).contains(quarter): return .quarter(quarter)
    default:
      guard let month = CalendarDay.digits(text), (1...12).contains(month) else { return nil }
      return .month(month)
    }
  }
}
