import Mail

/// The values of a letter for its plain text template: lines already set and wrapped.
struct TextView {
  let context: LetterContext
  /// Languages by their own names, from the theme's phrases.
  var languageNames: [Language: String] = [:]
  private var writer = MarkdownText()

  init(_ context: LetterContext) {
    self.context = context
  }

  mutating func values() -> [String: Any] {
    let edition = context.edition
    let lead: Any = orFalse(edition.lead.map { story($0, isShort: false) })
    let sections = edition.sections.map { section($0) }
    let members = edition.members.map { ["lines": member($0)] }
    let dates = edition.occasions.map { ["lines": date($0)] }
    let contents = contents()
    let why = context.phrases.text("why", ["address": MergeMarker.mark(.recipientAddress)])
    return [
      "lang": context.language.tag, "start": context.start, "end": context.end,
      "is_rtl": context.isRightToLeft, "network": wrap(context.capitals(context.network)),
      "edition": wrap(context.title), "rule": String(repeating: "-", count: 72),
      "issued": context.issued, "sender_line": context.senderLine,
      "preheader": wrap(context.preheader),
      "view_url": orFalse(context.links.page(context.language)), "lead": lead,
      "contents": contents, "has_contents": contents.count > 1, "sections": sections,
      "has_members": !members.isEmpty, "members": members,
      "members_title": label("from_the_members"), "has_dates": !dates.isEmpty, "dates": dates,
      "dates_title": label("dates"),
      "calendar_url": orFalse(edition.occasions.isEmpty ? nil : context.links.calendar),
      "languages": otherLanguages, "has_languages": !otherLanguages.isEmpty,
      "leave_url": context.leaveAddress, "why": wrap(why),
      "pdf_url": orFalse(
        context.publication.hasPDF ? context.links.document(context.language) : nil),
      "signature": wrap(context.signature), "postal": wrap(context.publication.postalAddress),
      "help_url": orFalse(context.publication.helpURL), "phrases": textPhrases(),
      "greeting": orFalse(context.greeting.map(wrap)),
    ]
  }

  private var otherLanguages: [[String: Any]] {
    context.publication.languages.compactMap { language in
      guard language != context.language, let page = context.links.page(language) else {
        return nil
      }
      return ["name": languageNames[language] ?? language.tag, "link": page]
    }
  }

  private func textPhrases() -> [String: String] {
    var phrases = context.phrases.view
    phrases["no_tracking"] = wrap(context.phrases.text("no_tracking"))
    phrases["leading_story"] = label("leading_story")
    phrases["in_this_letter"] = label("in_this_letter")
    return phrases
  }

  private func label(_ key: String) -> String { label(text: context.phrases.text(key)) }

  /// A section's heading over a line of its own width.
  private func label(text: String) -> String {
    let label = context.capitals(text)
    return label + "\n" + String(repeating: "-", count: DisplayWidth.of(label))
  }

  private func wrap(_ text: String) -> String {
    TextWrapper().wrap(text).joined(separator: "\n")
  }

  private func contents() -> [[String: Any]] {
    var names: [String] = []
    for section in context.edition.sections {
      if context.edition.isLong {
        let count = context.phrases.count("stories", section.stories.count)
        names.append("\(context.phrases.section(section.key)) (\(count))")
      } else {
        names += section.stories.map { context.item($0).title }
      }
    }
    if !context.edition.members.isEmpty { names.append(context.memberPlaces) }
    if !context.edition.occasions.isEmpty { names.append(context.phrases.text("dates_ahead")) }
    return names.enumerated().map { index, name in
      let head = (index < 9 ? " " : "") + "\(index + 1). "
      let lines = TextWrapper().wrap(name, first: head, rest: "    ")
      return ["lines": lines.joined(separator: "\n")]
    }
  }

  private mutating func section(_ section: Edition.Section) -> [String: Any] {
    var stories: [[String: Any]] = []
    for (index, each) in section.stories.enumerated() {
      stories.append(story(each, isShort: context.edition.isLong && index > 1))
    }
    return ["label": label(text: context.phrases.section(section.key)), "stories": stories]
  }

  private mutating func story(_ story: Story, isShort: Bool) -> [String: Any] {
    let item = context.item(story)
    var lines = TextWrapper().wrap(item.title)
    lines += TextWrapper().wrap(context.dateline(item)) + [""]
    if let summary = item.personalSummary {
      lines += TextWrapper().wrap(summary)
      if !isShort, !item.body.isEmpty { lines.append("") }
    }
    if !isShort { lines += writer.write(item.body.personal) }
    if isShort, item.summary == nil {
      lines += TextWrapper().wrap(item.personalShortText)
    }
    if isShort, let address = context.readAddress(item) { lines.append(address) }
    if !isShort, let link = item.link { lines += ["", link] }
    let notes = writer.takeNotes()
    if !notes.isEmpty { lines += [""] + notes }
    return ["lines": lines.joined(separator: "\n")]
  }

  /// Place and name on the left, the news beside it.
  private mutating func member(_ story: Story) -> String {
    let item = context.item(story)
    let place = context.place(item) ?? ""
    let width = 14
    let gap = String(repeating: " ", count: max(1, width - DisplayWidth.of(place)))
    let rest = String(repeating: " ", count: width)
    var lines = TextWrapper().wrap(
      "\(item.member.map { "\($0): " } ?? "")\(item.personalSummary ?? item.title)",
      first: place + gap,
      rest: rest)
    if let address = context.readAddress(item) { lines.append(rest + address) }
    return lines.joined(separator: "\n")
  }

  private func date(_ occasion: Occasion) -> String {
    let event = context.event(occasion)
    var lines = TextWrapper().wrap(context.dates(event))
    lines += TextWrapper().wrap(event.title, first: "  ", rest: "  ")
    if let place = event.place {
      lines += TextWrapper().wrap(place, first: "  ", rest: "  ")
    }
    if let link = event.link { lines.append("  " + link) }
    return lines.joined(separator: "\n")
  }
}
