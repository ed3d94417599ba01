import Mail

extension CheckRule {
  /// What is judged item by item.
  static let itemRules: [Self] = [
    Self(
      code: "alt-missing", title: "A picture has no description", level: .error,
      advice: "Write in alt: or between the brackets of ![…] what the picture shows."
    ) { input in
      input.shownItems.flatMap { item -> [Hit] in
        var hits: [Hit] = []
        if item.image != nil, (item.alt ?? "").trimmed().isEmpty {
          hits.append(
            Hit(reason: "write alt: what the picture shows", place: place(item, "image")))
        }
        for case .image(let url, let alt) in item.body.references where alt.trimmed().isEmpty {
          hits.append(
            Hit(
              reason: "write what \(url.prefix(60)) shows between the brackets of ![…]",
              place: "\(item.file):\(item.line(of: url))"))
        }
        return hits
      }
    },
    Self(
      code: "placeholder", title: "A placeholder was left in", level: .error,
      advice: "Write the text that was still to come, or take the words out."
    ) { input in
      input.shownItems.flatMap { item -> [Hit] in
        let words =
          [
            ("title", item.title), ("summary", item.summary ?? ""), ("place", item.place ?? ""),
            ("alt", item.alt ?? ""),
          ]
          .compactMap { key, text in
            // A summary's braces are read as what differs between readers.
            Placeholder.find(in: text, braces: key != "summary").map { (place(item, key), $0) }
          }
        let body = MarkdownText.plain(item.body)
        let inBody = Placeholder.find(in: body, braces: false).map {
          ("\(item.file):\(item.line(of: $0))", $0)
        }
        return (words + (inBody.map { [$0] } ?? [])).map {
          Hit(reason: "\"\($0.1)\" looks like a text that was still to be written", place: $0.0)
        }
      }
    },
    Self(
      code: "outside-period", title: "An item's date and file name disagree", level: .warning,
      advice: "Let date: and the file's name say the same day."
    ) {
      input in
      let period = input.context.edition.period
      return input.items.compactMap { item -> Hit? in
        guard !item.isTranslation, !item.isDraft, item.id.utf8.count >= 10,
          let named = CalendarDay(parsing: item.id.prefix(10)), named != item.date,
          period.contains(named) || period.contains(item.date)
        else { return nil }
        let isIn = period.contains(item.date)
        return Hit(
          reason: "the name says \(named), date: says \(item.date), so it is "
            + "\(isIn ? "in" : "outside") \(period)",
          place: place(item, "date"))
      }
    },
    Self(
      code: "held-after", title: "Something is told before it happened", level: .warning,
      advice: "Put the day of what is still to come into events/, or mend date: or held:."
    ) {
      $0.shownItems.filter { ($0.held ?? $0.date) > $0.date }.map {
        Hit(
          reason: "held \($0.held ?? $0.date) is after the item's date \($0.date)",
          place: place($0, "held"))
      }
    },
    Self(
      code: "translation-missing", title: "An item is not translated", level: .warning,
      advice: "Write the translation beside it, or leave it: readers get it in another language."
    ) {
      input in
      let language = input.context.language
      let events = input.context.edition.occasions.map(input.context.event)
        .filter { input.context.foreign($0.language) != nil }
        .map {
          Hit(reason: "this event appears in \($0.language), not in \(language)", place: $0.file)
        }
      return input.context.edition.allStories.compactMap { story -> Hit? in
        // Members' news is meant to stand in the member's own language.
        let item = input.context.item(story)
        guard story.original.member == nil || story.original.pin != nil,
          input.context.foreign(item.language) != nil
        else { return nil }
        let stem = story.original.file.dropLast(3)
        return Hit(
          reason: "it appears in \(item.language); write \(stem).\(language).md for \(language)",
          place: "\(item.file):1")
      } + events
    },
    Self(
      code: "phrases-missing", title: "The theme has no words in a language", level: .warning,
      advice: "Add phrases/LANGUAGE.yml to the theme: solstice template check says what is missing."
    ) {
      input in
      let language = input.context.language
      let phrases = input.context.phrases.language
      guard phrases != language, phrases.tag != language.primary else { return [] }
      return [
        Hit(
          reason: "the letter in \(language) has its headings in \(phrases)",
          place: "\(input.theme.name)/phrases/\(language).yml")
      ]
    },
    Self(
      code: "theme-old", title: "The theme is older than the program", level: .warning,
      advice: "Take over what solstice template check says that it lacks."
    ) {
      input in
      let theme = input.theme.name
      guard !input.theme.loan.isEmpty else { return [] }
      return [
        Hit(
          reason: "the theme lacks \(input.theme.loan.text); the program's own stand in; see: "
            + "solstice template check \(theme)",
          place: "templates/\(theme)")
      ]
    },
  ]

  static func place(_ item: Item, _ key: String) -> String {
    "\(item.file):\(item.lines[key] ?? 1)"
  }
}
