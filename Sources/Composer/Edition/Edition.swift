/// What one period's letter holds, before it is written in any language.
package struct Edition: Hashable, Sendable {
  package struct Section: Hashable, Sendable {
    package let key: String
    package var stories: [Story]
  }

  package let period: Period
  package let date: CalendarDay
  package let lead: Story?
  package let sections: [Section]
  package let members: [Story]
  package let occasions: [Occasion]

  /// How many stories there are with the leading one, without members' news.
  package var storyCount: Int {
    sections.reduce(lead == nil ? 0 : 1) { $0 + $1.stories.count }
  }

  package var allStories: [Story] {
    (lead.map { [$0] } ?? []) + sections.flatMap(\.stories) + members
  }

  /// With many stories most are told in one line.
  package var isLong: Bool { storyCount > 12 }

  /// Collects what was published in a period.
  ///
  /// - Parameters:
  ///   - period: The period; an item belongs to it by its date.
  ///   - items: All items, drafts and other periods' among them.
  ///   - events: All events; those that are still to come are taken, for a year ahead.
  ///   - date: The day of the letter.
  ///   - sectionOrder: Sections to put first; where none are given, the leading story's.
  package init(
    period: Period, items: [Item], events: [Event], date: CalendarDay,
    sectionOrder: [String] = []
  ) {
    self.period = period
    self.date = date
    let published = Story.group(items).filter {
      !$0.original.isDraft && period.contains($0.original.date)
    }
    let (news, stories) = Self.partition(published)
    let lead = Self.lead(of: stories)
    self.lead = lead
    members = news.sorted(by: Self.isEarlier)
    sections = Self.sections(
      stories.filter { $0.original.id != lead?.original.id },
      order: sectionOrder.isEmpty ? [lead?.original.section ?? "news"] : sectionOrder)
    // An edition that is composed again later still tells what was ahead at the time.
    let today = min(date, period.lastDay)
    occasions = Occasion.group(events)
      .filter { $0.original.ends.last >= today && $0.original.starts.first <= today.yearLater }
      .sorted {
        ($0.original.starts.first, $0.original.id) < ($1.original.starts.first, $1.original.id)
      }
  }

  /// Members' news stands in its own table, unless it is pinned.
  private static func partition(_ stories: [Story]) -> (news: [Story], stories: [Story]) {
    let isNews = { (story: Story) in story.original.member != nil && story.original.pin == nil }
    return (stories.filter(isNews), stories.filter { !isNews($0) })
  }

  /// The pinned one, else the newest with a picture, else the newest.
  private static func lead(of stories: [Story]) -> Story? {
    func rank(_ story: Story) -> (Int, Int, CalendarDay, String) {
      let item = story.original
      return (-(item.pin ?? Int.max), item.image == nil ? 0 : 1, item.date, item.id)
    }
    return stories.max { rank($0) < rank($1) }
  }

  private static func isEarlier(_ left: Story, _ right: Story) -> Bool {
    let one = left.original
    let other = right.original
    return (one.pin ?? Int.max, one.date, one.id) < (other.pin ?? Int.max, other.date, other.id)
  }

  private static func sections(_ stories: [Story], order: [String]) -> [Section] {
    var sections = order.map { Section(key: $0, stories: []) }
    for story in stories.sorted(by: isEarlier) {
      let key = story.original.section ?? "news"
      if let index = sections.firstIndex(where: { $0.key == key }) {
        sections[index].stories.append(story)
      } else {
        sections.append(Section(key: key, stories: [story]))
      }
    }
    return sections.filter { !$0.stories.isEmpty }
  }
}
