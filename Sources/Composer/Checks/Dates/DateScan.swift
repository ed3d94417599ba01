/// Dates that are written out in a text, with the weekday that is said of them.
///
/// Only what can be nothing else is taken for a date: a warning at "Room 31, June 2019" would teach
/// people to look past all of them.
struct DateScan {
  struct Found: Hashable {
    let year: Int
    let month: Int
    let day: Int
    /// Monday is 0.
    let weekday: Int?
    /// Lines before it, 0 on the first.
    var line = 0

    /// What is wrong with the date, nil where nothing is.
    var mistake: String? {
      let written = "\(year)-\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))"
      guard let real = CalendarDay(year: year, month: month, day: day) else {
        return "there is no \(written)"
      }
      guard let weekday, weekday != DateScan.weekday(of: real) else { return nil }
      return "\(written) is a \(DateScan.names[DateScan.weekday(of: real)]), not a "
        + DateScan.names[weekday]
    }
  }

  static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// Finds dates with a year, also those that a line break parts.
  static func dates(in text: String) -> [Found] {
    let characters = Array(text.prefix(200_000))
    guard characters.contains(where: \.isNumber) else { return [] }
    return (written(DateToken.all(characters)) + eastAsian(characters)).sorted { $0.line < $1.line }
  }

  /// Years from 1900 to 2100 and months that a heading names; Thai years count from 543 before.
  static func named(in text: String) -> (years: [Int], months: [Int]) {
    var years: [Int] = []
    var months: [Int] = []
    let all = DateToken.all(Array(text.prefix(400)))
    for (token, next) in zip(all, all.dropFirst()) {
      switch token.kind {
      case .number(let number, 4):
        if let year = year(number) { years.append(year) }
      case .number(let number, 1...2):
        if case .letters(let word) = next.kind, let first = word.first, "月월".contains(first),
          (1...12).contains(number)
        {
          months.append(number)
        }
      // "May" and "mar" are other words, too.
      case .month(let month) where month != 5 && month != 3: months.append(month)
      default: break
      }
    }
    return (years, months)
  }

  static func weekday(of day: CalendarDay) -> Int {
    let table = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = day.month < 3 ? day.year - 1 : day.year
    let sunday = (year + year / 4 - year / 100 + year / 400 + table[day.month - 1] + day.day) % 7
    return (sunday + 6) % 7
  }

  static func year(_ number: Int) -> Int? {
    if (1900...2100).contains(number) { return number }
    return (2443...2643).contains(number) ? number - 543 : nil
  }

  /// "Monday 24 June 2019", "Monday, June 24, 2019", "24 June 2019 (Monday)".
  private static func written(_ tokens: [DateToken]) -> [Found] {
    var found: [Found] = []
    for index in tokens.indices where index + 3 < tokens.count {
      guard let (day, month) = dayAndMonth(tokens, index), (1...31).contains(day),
        case .number(let number, 4) = tokens[index + 2].kind, let year = year(number)
      else { continue }
      found.append(
        Found(
          year: year, month: month, day: day,
          weekday: weekday(before: index, tokens) ?? weekday(after: index + 2, tokens),
          line: tokens[index].line))
    }
    return found
  }

  private static func dayAndMonth(_ tokens: [DateToken], _ index: Int) -> (Int, Int)? {
    let (first, second, year) = (tokens[index], tokens[index + 1], tokens[index + 2])
    switch (first.kind, second.kind) {
    case (.number(let day, 1...2), .month(let month)):
      // "31. June" at the start of a line is the 31st of a list.
      let gaps = first.isFirstOfLine ? ["", " ", "-", "/"] : ["", " ", "-", "/", ".", ". "]
      guard gaps.contains(second.gap), !isCounted(tokens, index),
        ["", " ", ",", ", ", "-", "/"].contains(year.gap) || isAbbreviated(second, year.gap)
      else { return nil }
      return (day, month)
    case (.month(let month), .number(let day, 1...2)):
      guard ["", " "].contains(second.gap) || isAbbreviated(first, second.gap),
        [" ", ",", ", "].contains(year.gap)
      else { return nil }
      return (day, month)
    default: return nil
    }
  }

  private static func isAbbreviated(_ word: DateToken, _ gap: String) -> Bool {
    word.length <= 4 && (gap == "." || gap == ". ")
  }

  /// "Room 31", "Article 31", "4.31": a number, and no day.
  private static func isCounted(_ tokens: [DateToken], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let gap = tokens[index].gap
    switch tokens[index - 1].kind {
    case .letters(let word): return DateWords.counted.contains(word) && !gap.contains(",")
    case .number: return gap == "." || gap == "," || gap == ":"
    case .weekday, .month, .end: return false
    }
  }

  private static func weekday(before index: Int, _ tokens: [DateToken]) -> Int? {
    guard index > 0, case .weekday(let weekday) = tokens[index - 1].kind else { return nil }
    let gap = tokens[index].gap
    guard ["", " ", ",", ", "].contains(gap) || isAbbreviated(tokens[index - 1], gap) else {
      return nil
    }
    // "Monday to Friday, 24 June 2019" names several days.
    for back in 2...3 where index >= back {
      if case .weekday = tokens[index - back].kind { return nil }
    }
    return weekday
  }

  /// Only one that is closed off, since another sentence may begin with a weekday.
  private static func weekday(after index: Int, _ tokens: [DateToken]) -> Int? {
    guard index + 2 < tokens.count, case .weekday(let weekday) = tokens[index + 1].kind else {
      return nil
    }
    let after = tokens[index + 2]
    let isClosed = after.gap.first.map { ",.;:)）!?¶".contains($0) } ?? (after.kind == .end)
    guard isClosed, ["(", " (", "（", " （", ", ", " "].contains(tokens[index + 1].gap) else {
      return nil
    }
    return weekday
  }
}
