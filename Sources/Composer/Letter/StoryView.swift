import Mail

/// The values of one story for the HTML templates.
struct StoryView {
  let context: LetterContext
  let medium: LetterView.Medium

  /// Everything a template may show of a story.
  func values(_ story: Story, pictureWidth: Int?) -> [String: Any] {
    let item = context.item(story)
    let address = medium == .mail ? context.readAddress(item) : item.link
    // A story that can be read nowhere else is told in full, and so is one of members' own words.
    let isWhole = medium == .page || address == nil || !item.include.isEmpty
    let body = isWhole ? html(item) : ""
    let dateline = context.dateline(item)
    return [
      "anchor": context.anchor(item.id), "title": item.title,
      "title_stop": FullStop.after(item.title, in: item.language), "dateline": dateline,
      "dateline_stop": FullStop.after(dateline, in: context.language),
      "foreign": orFalse(context.foreign(item.language)),
      "foreign_dir": context.foreign(item.language) == nil ? false : item.language.direction,
      "text": orFalse(isWhole && item.summary == nil ? nil : item.personalShortText),
      "line": orFalse(Self.line(item.shortText)), "standfirst": orFalse(item.personalSummary),
      "url": orFalse(address),
      "link_label": "\(context.phrases.text("read_more")): \(item.title)",
      "source_url": orFalse(item.link), "body": body, "has_body": !body.isEmpty,
      "picture": orFalse(pictureWidth.flatMap { picture(item, width: $0) }),
    ]
  }

  /// The first sentence, or what of it fits in one line.
  static func line(_ text: String) -> String {
    var line = ""
    var width = 0
    for character in text {
      width += DisplayWidth.of(character: character)
      if width > 90 {
        while let last = line.last, last != " ", last.isASCII { line.removeLast() }
        return line.trimmed() + "…"
      }
      line.append(character)
      if "。！？".contains(character) { return line }
      if character == " ", let end = line.dropLast().last, ".!?".contains(end) {
        return line.trimmed()
      }
    }
    return line
  }

  /// A row of the table of members' news.
  func member(_ story: Story) -> [String: Any] {
    let item = context.item(story)
    let address = medium == .mail ? context.readAddress(item) : item.link
    let place = context.place(item) ?? ""
    return [
      "anchor": context.anchor(item.id), "place": place,
      "place_stop": FullStop.after(place, in: context.language),
      "foreign_place": orFalse(context.foreignPlace(item)), "name": item.member ?? "",
      "title": item.title, "text": item.personalSummary ?? item.title, "url": orFalse(address),
      "foreign": orFalse(context.foreign(item.language)),
      "foreign_dir": context.foreign(item.language) == nil ? false : item.language.direction,
      "link_label": "\(context.phrases.text("more")): \(item.title)",
      "body": medium == .page ? html(item) : "",
    ]
  }

  /// A picture scaled to a width, in proportion.
  func picture(_ item: Item, width: Int) -> [String: Any]? {
    guard let picture = item.image else { return nil }
    let shown = min(width, picture.width)
    return [
      "src": address(picture), "alt": item.alt ?? "", "width": shown,
      "height": max(1, (picture.height * shown + picture.width / 2) / picture.width),
    ]
  }

  private func html(_ item: Item) -> String {
    MarkdownHTML { url in item.pictures[url].map(address) }.write(item.body.personal)
  }

  private func address(_ picture: Picture) -> String {
    medium == .page ? picture.path : context.address(picture)
  }
}
