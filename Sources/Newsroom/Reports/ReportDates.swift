import Composer
import Foundation

/// Days as reports show them, in the workspace's zone: `24 June 2019`.
enum ReportDates {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func day(_ day: CalendarDay) -> String {
    "\(day.day) \(months[(day.month - 1) % 12]) \(day.year)"
  }

  static func day(_ date: Date, _ office: Office) -> String {
    let parts = office.calendar.dateComponents([.year, .month, .day], from: date)
    let month = months[((parts.month ?? 1) - 1) % 12]
    return "\(parts.day ?? 1) \(month) \(parts.year ?? 1970)"
  }
}
