import Mail

/// Writes down what a letter says, item by item, so that two of them can be compared in words.
enum EditionOutline {
  static func items(_ context: LetterContext) -> [OutlineItem] {
    let edition = context.edition
    var entries: [(id: String, part: String, title: String, text: [String])] = []
    func add(_ story: Story, _ part: String) {
      let item = context.item(story)
      let isNews = part == "members"
      let head = isNews ? [context.place(item), item.member] : [context.dateline(item)]
      let body = PlainParagraphs.of(item.body.blocks)
      let summary = item.summary.map { [$0] } ?? []
      let picture = item.image == nil ? [] : [item.alt ?? ""]
      let text = head.compactMap { $0 } + summary + body + picture + (item.link.map { [$0] } ?? [])
      entries.append((item.id, part, item.title, text))
    }
    if let lead = edition.lead { add(lead, "lead") }
    for section in edition.sections {
      for story in section.stories { add(story, "section:\(section.key)") }
    }
    for story in edition.members { add(story, "members") }
    for occasion in edition.occasions {
      let event = context.event(occasion)
      let text = [context.dates(event), event.place, event.link].compactMap { $0 }
      entries.append(("event:\(event.id)", "dates", event.title, text))
    }
    return entries.enumerated().map { position, entry in
      OutlineItem(
        id: entry.id, position: position, part: entry.part, title: clean(entry.title),
        text: entry.text.map(clean).filter { !$0.isEmpty }.joined(separator: "\n"))
    }
  }

  /// Blanks that only keep words together are plain ones; a reader's values show as written.
  private static func clean(_ text: String) -> String {
    MergeMarker.shown(text).replacing("\u{A0}", with: " ").trimmed()
  }
}
