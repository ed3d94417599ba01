import Glibc

/// A moment in UTC, split into the parts that mail and logs write.
struct UTCTime: Equatable {
  private let year: Int
  private let month: Int
  private let day: Int
  private let weekday: Int
  private let millisecond: Int

  /// From milliseconds since 1970; years 1 to 9999.
  init(milliseconds: Int64) {
    let clamped = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
    let perDay: Int64 = 86_400_000
    let days = Int(clamped >= 0 ? clamped / perDay : (clamped - perDay + 1) / perDay)
    millisecond = Int(clamped - Int64(days) * perDay)
    weekday = ((days + 4) % 7 + 7) % 7
    // Howard Hinnant's civil_from_days: eras of 400 years that begin in March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `Tue, 24 Nov 2026 11:22:02 +0000` (RFC 5322 section 3.3).
  var mail: String {
    let day = "\(Self.days[weekday]), \(self.day) \(Self.months[month - 1])"
    return "\(day) \(Self.padded(year, 4)) \(clock) +0000"
  }

  /// `2026-11-24T11:22:02.250Z` (RFC 3339).
  var log: String {
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    return "\(date)T\(clock).\(Self.padded(millisecond % 1000, 3))Z"
  }

  private var clock: String {
    let second = millisecond / 1000
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return parts.map { Self.padded($0, 2) }.joined(separator: ":")
  }

  /// Milliseconds since 1970 by the system's clock.
  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
