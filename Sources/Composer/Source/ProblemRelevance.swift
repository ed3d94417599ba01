import Mail

/// Whether a mistake in a file can touch a period's edition.
///
/// Pure. An item that was read has a date; of one that was not, the name's day tells, else the
/// folder's year. A member's file matters only to items that include it, which say so themselves.
package struct ProblemRelevance: Sendable {
  private let period: Period
  private let dates: [String: CalendarDay]
  private let prefix: String
  private let membersPrefix: String

  package init(
    period: Period, items: [Item], newsPrefix: String = "news/", membersPrefix: String = "members/"
  ) {
    self.period = period
    prefix = newsPrefix
    self.membersPrefix = membersPrefix
    dates = Dictionary(items.map { ($0.file, $0.date) }) { first, _ in first }
  }

  /// The problem, an error only where it can touch the period.
  package func weighed(_ problem: SourceProblem) -> SourceProblem {
    guard problem.level == .error, !touches(problem.file) else { return problem }
    return SourceProblem(
      file: problem.file, line: problem.line, key: problem.key, problem.message, level: .warning)
  }

  package func touches(_ file: String) -> Bool {
    if file.hasPrefix(membersPrefix) { return false }
    guard file.hasPrefix(prefix) else { return true }
    if let date = dates[file] { return period.contains(date) }
    let path = file.dropFirst(prefix.count)
    if let name = path.split(separator: "/").last, let day = FileName(String(name))?.day {
      return period.contains(day)
    }
    guard let folder = path.split(separator: "/").first, folder.utf8.count == 4,
      folder != path[...], let year = CalendarDay.digits(folder)
    else { return true }
    return (period.firstDay.year...period.lastDay.year).contains(year)
  }
}
