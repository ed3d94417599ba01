/// The instant a Date header tells (RFC 5322 section 3.3), in seconds since 1970; lenient.
package enum MailDate {
  /// Reads `Thu, 29 Apr 2011 23:34:45 +0900` and what mailers make of it; nil when it is no date.
  package static func seconds(_ text: String) -> Int64? {
    var words = text.split { $0 == " " || $0 == "," || $0 == "\t" }[...]
    if let first = words.first, Int(first) == nil { words.removeFirst() }
    guard let dayWord = words.popFirst(), let day = Int(dayWord), (1...31).contains(day),
      let monthWord = words.popFirst(), let month = month(monthWord),
      let yearWord = words.popFirst(), var year = Int(yearWord)
    else { return nil }
    if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
    guard (1970...9999).contains(year) else { return nil }
    let clock = (words.popFirst() ?? "0:0").split(separator: ":").map { Int($0) ?? 0 }
    guard clock.count >= 2, (0...23).contains(clock[0]), (0...59).contains(clock[1]) else {
      return nil
    }
    let second = clock.count > 2 ? min(max(clock[2], 0), 59) : 0
    let zone = words.popFirst().map(offset) ?? 0
    let days = daysSinceEpoch(year: year, month: month, day: day)
    return Int64(days) * 86_400 + Int64(clock[0] * 3600 + clock[1] * 60 + second) - Int64(zone)
  }

  private static func month(_ word: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: String(word.prefix(3)).lowercased()).map { $0 + 1 }
  }

  private static func offset(_ zone: Substring) -> Int {
    guard let sign = zone.first, sign == "+" || sign == "-", let value = Int(zone.dropFirst()),
      (0...1500).contains(value)
    else { return 0 }
    let seconds = value / 100 * 3600 + value % 100 * 60
    return sign == "-" ? -seconds : seconds
  }

  /// Days from the civil calendar, counted from March so that leap days come last.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
