package import Mail

/// What one edition covers: `2019-H1`, `2019-Q2`, `2019-06`, or a period that the workspace names.
package struct Period: Hashable, Sendable, CustomStringConvertible {
  package enum Span: Hashable, Sendable {
    case half(Int)
    case quarter(Int)
    case month(Int)
    case named(NamedPeriod)
  }

  /// The year of the first day.
  package let year: Int
  package let span: Span

  /// Reads a calendar period's name, or one of those that the workspace knows.
  package init(
    parsing text: some StringProtocol, known: [NamedPeriod] = []
  ) throws(PeriodError) {
    if let period = known.first(where: { $0.name == text }) {
      self = .named(period)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, let year = CalendarDay.digits(parts[0]),
      year > 0, let span = Self.span(parts[1])
    else { throw PeriodError(text: String(text.prefix(40)), known: known.map(\.name)) }
    self.year = year
    self.span = span
  }

  package static func named(_ period: NamedPeriod) -> Self {
    Self(year: period.first.year, span: .named(period))
  }

  private init(year: Int, span: Span) {
    self.year = year
    self.span = span
  }

  package var description: String {
    let start = CalendarDay.padded(year, 4)
    return switch span {
    case .half(let half): "\(start)-H\(half)"
    case .quarter(let quarter): "\(start)-Q\(quarter)"
    case .month(let month): "\(start)-\(CalendarDay.padded(month, 2))"
    case .named(let period): period.name
    }
  }

  package var firstMonth: Int {
    switch span {
    case .half(let half): half * 6 - 5
    case .quarter(let quarter): quarter * 3 - 2
    case .month(let month): month
    case .named(let period): period.first.month
    }
  }

  package var lastMonth: Int {
    switch span {
    case .half(let half): half * 6
    case .quarter(let quarter): quarter * 3
    case .month(let month): month
    case .named(let period): period.last.month
    }
  }

  package var firstDay: CalendarDay {
    if case .named(let period) = span { return period.first }
    return CalendarDay.first(of: firstMonth, year: year)
  }

  package var lastDay: CalendarDay {
    if case .named(let period) = span { return period.last }
    return CalendarDay.last(of: lastMonth, year: year)
  }

  /// The title that the workspace gave a named period, in the first of the languages that has one.
  package func title(in order: [Language]) -> String? {
    guard case .named(let period) = span else { return nil }
    return order.lazy.compactMap { period.titles[$0] }.first
  }

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
