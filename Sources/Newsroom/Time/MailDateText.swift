import Foundation
import Synchronization

/// Writes the Date header (RFC 5322 section 3.3); formats once a second, for all threads.
final class MailDateText: Sendable {
  private let cache = Mutex<(second: Int, text: String)>((Int.min, ""))
  private let zone: TimeZone

  init(zone: TimeZone) {
    self.zone = zone
  }

  func text(_ date: Date) -> String {
    let second = Int(date.timeIntervalSince1970.rounded(.down))
    return cache.withLock { cached in
      if cached.second != second { cached = (second, Self.format(date, zone)) }
      return cached.text
    }
  }

  private static func format(_ date: Date, _ zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents(
      [.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let offset = zone.secondsFromGMT(for: date) / 60
    let sign = offset < 0 ? "-" : "+"
    let zoneText = sign + two(abs(offset) / 60) + two(abs(offset) % 60)
    let day = days[((parts.weekday ?? 1) - 1) % 7]
    let month = months[((parts.month ?? 1) - 1) % 12]
    let time = [parts.hour, parts.minute, parts.second].map { two($0 ?? 0) }.joined(separator: ":")
    return "\(day), \(two(parts.day ?? 1)) \(month) \(parts.year ?? 1970) \(time) \(zoneText)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
