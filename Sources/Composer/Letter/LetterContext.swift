import Mail

/// What every part of one language's letter is written from.
struct LetterContext {
  let edition: Edition
  let publication: Publication
  let phrases: Phrases
  let language: Language
  let links: EditionLinks
  let order: [Language]
  /// The subject of a letter that is no edition.
  var ownSubject: String?
  /// How the masthead writes the day of the letter.
  var issued: String { phrases.day(edition.date) }

  /// Items that include members' activity, with it, by their ids.
  private let expanded: [String: Item]

  init(
    edition: Edition, publication: Publication, phrases: Phrases, language: Language,
    members: [MemberEntry] = []
  ) {
    self.edition = edition
    self.publication = publication
    self.phrases = phrases
    self.language = language
    links = EditionLinks(period: edition.period, publication: publication)
    let order = publication.order(for: language)
    self.order = order
    expanded = Dictionary(
      edition.allStories.filter { !$0.original.include.isEmpty }.map { story in
        let item = story.item(in: order)
        return (item.id, IncludedActivity.expand(item, members, order: order))
      }
    ) { first, _ in first }
  }

  var isRightToLeft: Bool { language.direction == "rtl" }

  /// The side where lines begin, for attributes such as `align`; styles are mirrored by themselves.
  var start: String { isRightToLeft ? "right" : "left" }
  var end: String { isRightToLeft ? "left" : "right" }

  var network: String { publication.names[language] ?? publication.name }

  /// The edition's title; words that a heading keeps together are parted by plain blanks here.
  var title: String { headline.replacing("\u{A0}", with: " ") }

  var headline: String { phrases.title(of: edition.period, order: order) }

  /// "The secretariat of the network", below the letter.
  var signature: String { phrases.text("signature", ["network": network]) }

  var subject: String {
    if let ownSubject { return ownSubject }
    return phrases.text("subject", ["short": publication.shortName, "edition": title])
  }

  func item(_ story: Story) -> Item { expanded[story.original.id] ?? story.item(in: order) }

  func event(_ occasion: Occasion) -> Event { occasion.event(in: order) }

  /// What a letter writes as a picture's address: a part of itself, or where it is hosted.
  func address(_ picture: Picture) -> String {
    switch publication.pictures {
    case .embedded: return "cid:" + MessageBuilder.contentID(picture, publication)
    case .hosted(let base):
      let slash = base.hasSuffix("/") ? "" : "/"
      return "\(base)\(slash)editions/\(edition.period)/\(picture.hostedPath)"
    }
  }

  /// "Five stories, four members' news, two dates".
  var preheader: String {
    var parts: [String] = []
    let counts = [
      ("stories", edition.storyCount), ("members", edition.members.count),
      ("dates", edition.occasions.count),
    ]
    for (key, number) in counts where number > 0 { parts.append(phrases.count(key, number)) }
    let text = parts.joined(separator: phrases.text("list_separator"))
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  var senderLine: String {
    guard let places = publication.places, places > 1 else { return phrases.text("sender_line") }
    return phrases.text("sender_line_places", ["places": phrases.number(places)])
  }

  /// "15 March 2019 · Nairobi".
  func dateline(_ item: Item) -> String {
    [phrases.day(item.shownDay), place(item) ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The place as this letter calls it.
  func place(_ item: Item) -> String? {
    item.place.map { phrases.place($0) ?? $0 }
  }

  /// The language of a place's name where it is not the letter's own.
  func foreignPlace(_ item: Item) -> String? {
    item.place.flatMap(phrases.place) == nil ? foreign(item.language) : nil
  }

  /// Where the whole story can be read: our page, else the item's own link.
  func readAddress(_ item: Item) -> String? {
    links.page(language).map { "\($0)#\(anchor(item.id))" } ?? item.link
  }

  /// An id that is safe as an HTML anchor; two ids never share one.
  func anchor(_ id: String) -> String {
    var anchor = "i-"
    for byte in id.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || character == "-" {
        anchor.append(character)
      } else {
        anchor += "_" + String(byte, radix: 16)
      }
    }
    return anchor
  }

  /// Capitals, where the letter's own writing has any; a name in other letters stays as it is.
  func capitals(_ text: String) -> String {
    let own = phrases.text("in_this_letter")
    return own.lowercased() == own.uppercased() ? text : text.uppercased()
  }

  /// The language's tag where it is not the letter's own.
  func foreign(_ itemLanguage: Language) -> String? {
    itemLanguage == language || itemLanguage.tag == language.primary ? nil : itemLanguage.tag
  }

  /// Where the places of members' news are named, each once.
  var memberPlaces: String {
    var names: [String] = []
    for story in edition.members {
      let item = item(story)
      let name = place(item) ?? item.member ?? ""
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    if names.count > 5 { return phrases.text("from_the_members") }
    return phrases.text("news_from", ["places": phrases.join(names)])
  }

  var leaveAddress: String {
    publication.leavesByWeb
      ? MergeMarker.mark(.unsubscribeURL) : "mailto:" + MergeMarker.mark(.unsubscribeAddress)
  }

  func dates(_ event: Event) -> String {
    switch (event.starts, event.ends) {
    case (.day(let first), .day(let last)) where first == last: return phrases.day(first)
    case (.day(let first), .day(let last))
    where first.month == last.month && first.year == last.year:
      return phrases.days(first, to: last)
    case (.day(let first), .day(let last)):
      return phrases.text(
        "date_range", ["from": phrases.day(first), "to": phrases.day(last)])
    case (.day(let first), .month): return phrases.day(first)
    case (.month(let year, let month), _):
      return phrases.text(
        "day_open", ["month": phrases.monthYear(year: year, month: month)])
    }
  }
}
