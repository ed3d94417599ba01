import Composer
import Mail

/// `news list`: the items with their dates, languages and sections.
package struct NewsList: Sendable {
  package struct Line: Sendable, Hashable {
    package let date: String
    package let languages: String
    package let section: String
    package let title: String

    package var json: String {
      "{"
        + [
          JSONText.field("date", date), JSONText.field("languages", languages),
          JSONText.field("section", section), JSONText.field("title", title),
        ].joined(separator: ",") + "}"
    }
  }

  package let sentence: String
  package let lines: [Line]
  package let problems: [String]
  package let hasErrors: Bool

  /// Lists all items, or those of one period; a translation stands on its item's line.
  package static func read(_ office: Office, period text: String?) throws(Problem) -> Self {
    let period = if let text { try office.period(text) as Period? } else { nil as Period? }
    let sources = Sources.read(office)
    let originals = sources.items.filter { item in
      !item.isTranslation && period.map { $0.contains(item.date) } ?? true
    }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    let lines = originals.map { item in
      let languages = sources.items.filter { $0.id == item.id }.map(\.language.tag)
      return Line(
        date: item.date.description, languages: languages.joined(separator: " "),
        section: item.isDraft ? "draft" : item.member ?? item.section ?? "news",
        title: item.title)
    }
    let drafts = originals.count { $0.isDraft }
    let place = period.map { " in \($0)" } ?? ""
    return Self(
      sentence:
        "\(lines.count) \(lines.count == 1 ? "item" : "items")\(place), \(drafts) of them drafts.",
      lines: lines, problems: sources.problems.map(\.description),
      hasErrors: !sources.errors.isEmpty)
  }
}
