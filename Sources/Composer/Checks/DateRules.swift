import Mail

extension CheckRule {
  /// What is judged of days and periods that are written out.
  static let dateRules: [Self] = [
    Self(
      code: "date-wrong", title: "A date can't be right", level: .warning,
      advice: "Let weekday and day agree, and the day exist.",
      judge: { input in
        let items = input.shownItems.flatMap { item in
          mistakes(
            [("title", item.title), ("summary", item.summary)], item.lines, item.file,
            body: item.bodyText, from: item.bodyLine)
        }
        let events = input.context.edition.occasions.map(input.context.event).flatMap { event in
          mistakes(
            [("title", event.title), ("place", event.place)], event.lines, event.file,
            body: event.bodyText, from: event.bodyLine)
        }
        return items + events
      }),
    Self(
      code: "period-wrong", title: "The letter names another time than its period",
      level: .warning,
      advice: "Mend title and subject in the theme's phrases.",
      judge: { input in
        let period = input.context.edition.period
        if case .named = period.span { return [] }
        var hits: [Hit] = []
        for (place, text) in [("title", input.context.title), ("subject", input.context.subject)] {
          let named = DateScan.named(in: input.withoutNames(text))
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

  private static func mistakes(
    _ keys: [(name: String, text: String?)], _ lines: [String: Int], _ file: String, body: String,
    from bodyLine: Int
  ) -> [Hit] {
    var hits: [Hit] = []
    for (name, text) in keys {
      for date in DateScan.dates(in: text ?? "") {
        guard let mistake = date.mistake else { continue }
        hits.append(Hit(reason: mistake, place: "\(file):\(lines[name] ?? 1)"))
      }
    }
    for date in DateScan.dates(in: body) {
      guard let mistake = date.mistake else { continue }
      hits.append(Hit(reason: mistake, place: "\(file):\(bodyLine + date.line)"))
    }
    return hits
  }
}
