/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// A day that exists, or nil: 2019-02-30 does not.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019-03-21` and nothing else.
  package init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      let year = Self.digits(parts[0]), let month = Self.digits(parts[1]),
      let day = Self.digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(checkedYear: Int, month: Int, day: Int) {
    year = checkedYear
    self.month = month
    self.day = day
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  package var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// The day as RFC 5545 writes it: `20190321`.
  package var compact: String {
    "\(Self.padded(year, 4))\(Self.padded(month, 2))\(Self.padded(day, 2))"
  }

  /// The following day; the calendar's last day is followed by itself.
  package var next: Self {
    Self(year: year, month: month, day: day + 1)
      ?? Self(year: year, month: month + 1, day: 1)
      ?? Self(year: year + 1, month: 1, day: 1) ?? self
  }

  /// The same day of the next year; 29 February is followed by 28 February.
  package var yearLater: Self {
    Self(year: year + 1, month: month, day: day)
      ?? Self(year: year + 1, month: month, day: 28) ?? self
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The last day of a month, with both already within their ranges.
  static func last(of month: Int, year: Int) -> Self {
    Self(checkedYear: year, month: month, day: days(inMonth: month, of: year))
  }

  /// The first day of a month, with both already within their ranges.
  static func first(of month: Int, year: Int) -> Self {
    Self(checkedYear: year, month: month, day: 1)
  }

  static func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4,
      text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Int(text)
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
