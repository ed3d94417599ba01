import Mail

/// The values of a letter or a page for its HTML templates.
struct LetterView {
  enum Medium {
    case mail
    case page
  }

  let context: LetterContext
  let medium: Medium
  private let stories: StoryView

  init(_ context: LetterContext, medium: Medium) {
    self.context = context
    self.medium = medium
    stories = StoryView(context: context, medium: medium)
  }

  /// Absent values are `false`, since a missing name would be looked up further out.
  func values(headStyles: [String], pageStyles: String) -> [String: Any] {
    let edition = context.edition
    let publication = context.publication
    let contents = contents()
    let hero = edition.lead.flatMap { stories.picture(context.item($0), width: 600) }
    let other = otherLanguages()
    var view: [String: Any] = [
      "lang": context.language.tag, "dir": context.language.direction, "title": context.subject,
      "start": context.start, "end": context.end, "is_rtl": context.isRightToLeft,
      "edition": context.headline, "network": context.network, "preheader": context.preheader,
      "issued": context.issued, "sender_line": context.senderLine,
      "postal": publication.postalAddress, "head_styles": headStyles, "page_styles": pageStyles,
      "is_page": medium == .page, "hero": orFalse(hero), "has_lead_label": edition.storyCount > 1,
      "help_url": orFalse(publication.helpURL), "site_url": orFalse(publication.siteURL),
      "contents": contents, "has_contents": contents.count > 1,
      "sections": edition.sections.map(section), "has_members": !edition.members.isEmpty,
      "members": edition.members.map { stories.member($0) },
      "members_title": context.phrases.text("from_the_members"),
      "has_dates": !edition.occasions.isEmpty, "dates": edition.occasions.map(date),
      "dates_title": context.phrases.text("dates"), "languages": other,
      "has_languages": !other.isEmpty, "phrases": context.phrases.view,
    ]
    view["lead"] = orFalse(edition.lead.map { stories.values($0, pictureWidth: nil) })
    view["leave_url"] = medium == .mail ? context.leaveAddress : false
    view["why"] =
      medium == .mail
      ? context.phrases.text("why", ["address": MergeMarker.mark(.recipientAddress)]) : false
    let greeting = medium == .mail ? context.greeting : nil
    view["greeting"] = orFalse(greeting.map(HTMLText.escape))
    view["signature"] = context.signature
    view["view_url"] = orFalse(medium == .mail ? context.links.page(context.language) : nil)
    view["calendar_url"] = orFalse(calendarAddress)
    for (name, value) in PageLinks(context).values(isPage: medium == .page) { view[name] = value }
    view["pdf_url"] = orFalse(documentAddress)
    return view
  }

  private var documentAddress: String? {
    guard context.publication.hasPDF else { return nil }
    return medium == .page
      ? "newsletter.\(context.language).pdf" : context.links.document(context.language)
  }

  private var calendarAddress: String? {
    guard !context.edition.occasions.isEmpty else { return nil }
    return medium == .page ? EditionLinks.calendarName : context.links.calendar
  }

  private func otherLanguages() -> [[String: Any]] {
    guard medium == .page || context.links.folder != nil else { return [] }
    return context.publication.languages.filter { $0 != context.language }.map { language in
      let page = medium == .page ? context.links.pageName(language) : context.links.page(language)
      return [
        "link": page ?? "", "foreign": language.tag,
        "name": languageNames[language] ?? language.tag,
      ]
    }
  }

  /// Languages by their own names, from the theme's phrases.
  var languageNames: [Language: String] = [:]

  private func contents() -> [[String: Any]] {
    var entries: [(target: String, name: String, foreign: String?)] = []
    let edition = context.edition
    for section in edition.sections {
      if edition.isLong {
        let count = context.phrases.count("stories", section.stories.count)
        let name = "\(context.phrases.section(section.key)) (\(count))"
        entries.append((sectionAnchor(section.key), name, nil))
        continue
      }
      for story in section.stories {
        let item = context.item(story)
        entries.append((context.anchor(item.id), item.title, context.foreign(item.language)))
      }
    }
    if !edition.members.isEmpty { entries.append(("members", context.memberPlaces, nil)) }
    if !edition.occasions.isEmpty {
      entries.append(("dates", context.phrases.text("dates_ahead"), nil))
    }
    return entries.enumerated().map { index, entry in
      [
        "number": index + 1, "target": entry.target, "name": entry.name,
        "foreign": orFalse(entry.foreign),
      ]
    }
  }

  private func sectionAnchor(_ key: String) -> String { context.anchor("section-\(key)") }

  private func section(_ section: Edition.Section) -> [String: Any] {
    [
      "label": context.phrases.section(section.key), "anchor": sectionAnchor(section.key),
      "blocks": blocks(section.stories),
      "stories": section.stories.map { stories.values($0, pictureWidth: 536) },
    ]
  }

  /// Stories with pictures stand in pairs; one left over has its picture beside its text.
  private func blocks(_ all: [Story]) -> [[String: Any]] {
    let hasPicture = { (story: Story) in context.item(story).image != nil }
    var full = all
    var short: [Story] = []
    if context.edition.isLong {
      // Two with pictures make a pair; else the first two open the section.
      let pictured = Array(all.filter(hasPicture).prefix(2))
      full = pictured.count == 2 ? pictured : Array(all.prefix(2))
      short = all.filter { !full.contains($0) }
    }
    var blocks: [[String: Any]] = []
    var waiting: Story?
    for story in full.filter(hasPicture) {
      guard let left = waiting else {
        waiting = story
        continue
      }
      let pair: [String: Any] = [
        "left": stories.values(left, pictureWidth: 258),
        "right": stories.values(story, pictureWidth: 258),
      ]
      blocks.append(block("pair", pair))
      waiting = nil
    }
    if let story = waiting {
      blocks.append(block("single", stories.values(story, pictureWidth: 258)))
    }
    for story in full.filter({ !hasPicture($0) }) {
      blocks.append(block("plain", stories.values(story, pictureWidth: nil)))
    }
    for story in short { blocks.append(block("short", stories.values(story, pictureWidth: nil))) }
    return blocks
  }

  private func block(_ kind: String, _ value: [String: Any]) -> [String: Any] {
    var block: [String: Any] = ["pair": false, "single": false, "plain": false, "short": false]
    block[kind] = value
    return block
  }

  private func date(_ occasion: Occasion) -> [String: Any] {
    let event = context.event(occasion)
    var small = context.phrases.shortMonth(event.starts.first.month)
    var large = String(event.starts.first.day)
    if !event.starts.isExact {
      large = small
      small = String(event.starts.first.year)
    }
    return [
      "name": event.title, "place": orFalse(event.place), "when": context.dates(event),
      "small": small, "large": large, "url": orFalse(event.link),
      "foreign": orFalse(context.foreign(event.language)), "anchor": context.anchor(event.id),
      "body": medium == .page ? MarkdownHTML().write(event.body.blocks) : "",
    ]
  }
}
