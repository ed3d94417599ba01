import Mail

extension CheckRule {
  /// What is judged of days and periods that are written out.
  static let dateRules: [Self] = [
    Self(
      code: "date-wrong", title: "A date can't be right", level: .warning,
      advice: "Weekday and day must agree, and the day must exist.",
      judge: { input in
        var hits: [Hit] = []
        for item in input.shownItems {
          for (key, text) in [("title", item.title), ("summary", item.summary ?? "")] {
            hits += mistakes(text).map { Hit(reason: $0, place: place(item, key)) }
          }
          var line = item.bodyLine
          for row in item.bodyText.split(separator: "\n", omittingEmptySubsequences: false) {
            hits += mistakes(String(row)).map { Hit(reason: $0, place: "\(item.file):\(line)") }
            line += 1
          }
        }
        return hits
      }),
    Self(
      code: "period-wrong", title: "The letter names another time than its period",
      level: .warning, advice: "Title and subject are made from the phrases; mend them there.",
      judge: { input in
        let period = input.context.edition.period
        if case .named = period.span { return [] }
        var hits: [Hit] = []
        for (place, text) in [("title", input.context.title), ("subject", input.context.subject)] {
          let named = DateScan.named(in: text)
          for year in named.years where year != period.year {
            hits.append(
              Hit(reason: "\"\(text)\" says \(year), the period is \(period)", place: place))
          }
          for month in named.months where !(period.firstMonth...period.lastMonth).contains(month) {
            hits.append(
              Hit(reason: "\"\(text)\" names month \(month), the period is \(period)", place: place)
            )
          }
          if place == "title", named.years.isEmpty {
            hits.append(
              Hit(reason: "\"\(text)\" does not say the year \(period.year)", place: place))
          }
        }
        return hits
      }),
    Self(
      code: "event-past", title: "An event is over on the letter's day", level: .warning,
      advice: "Take it out of events/, or tell it as news.",
      judge: { input in
        let edition = input.context.edition
        return edition.occasions.filter { $0.original.ends.last < edition.date }.map {
          Hit(
            reason: "it ended on \($0.original.ends), the letter is of \(edition.date)",
            place:
              "\($0.original.file):\($0.original.lines["ends"] ?? $0.original.lines["starts"] ?? 1)"
          )
        }
      }),
  ]

  private static func mistakes(_ text: String) -> [String] {
    DateScan.dates(in: text).compactMap(\.mistake)
  }
}
