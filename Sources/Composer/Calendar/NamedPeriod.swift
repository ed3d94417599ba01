package import Mail

/// A period that a workspace names itself, with its first and last day: `spring-2019`.
package struct NamedPeriod: Hashable, Sendable {
  package let name: String
  package let first: CalendarDay
  package let last: CalendarDay
  /// The edition's title by language; where none fits, the days are named.
  package let titles: [Language: String]

  /// A period whose name can name a folder and a mailing, nil where it can't or the days are not
  /// in order.
  package init?(
    name: String, first: CalendarDay, last: CalendarDay, titles: [Language: String] = [:]
  ) {
    guard Self.isName(name), first <= last else { return nil }
    self.name = name
    self.first = first
    self.last = last
    self.titles = titles
  }

  /// Whether a text can be a period's name: small letters, digits and hyphens, and no calendar
  /// period's own.
  package static func isName(_ text: String) -> Bool {
    let allowed = "abcdefghijklmnopqrstuvwxyz0123456789-".utf8
    return (2...40).contains(text.utf8.count) && text.utf8.allSatisfy(allowed.contains)
      && text.first?.isLetter == true && !text.hasSuffix("-")
  }
}
