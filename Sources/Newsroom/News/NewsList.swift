import Composer
import Mail

/// `news list`: the items with their dates, languages and sections.
package struct NewsList: Sendable {
  package struct Line: Sendable, Hashable {
    package let id: String
    package let file: String
    package let date: String
    package let title: String
    package let languages: [String]
    /// Those of `languages:` that the item is not written in.
    package let missing: [String]
    package let member: String?
    package let section: String?
    package let hasPicture: Bool
    package let pin: Int?
    package let isDraft: Bool

    package var json: String {
      let list = { (tags: [String]) in
        "[" + tags.map(JSONText.string).joined(separator: ",") + "]"
      }
      return "{"
        + [
          JSONText.field("id", id), JSONText.field("file", file), JSONText.field("date", date),
          JSONText.field("title", title), "\"languages\":\(list(languages))",
          "\"missing\":\(list(missing))", JSONText.field("member", member),
          JSONText.field("section", section), "\"picture\":\(hasPicture)",
          "\"pin\":\(pin.map(String.init) ?? "null")", "\"draft\":\(isDraft)",
        ].joined(separator: ",") + "}"
    }

    /// Picture, pin and draft in a few words.
    var marks: String {
      let marks = [
        hasPicture ? "picture" : nil, pin.map { "pin \($0)" }, isDraft ? "draft" : nil,
      ].compactMap { $0 }
      return marks.isEmpty ? "-" : marks.joined(separator: ", ")
    }

    /// Members' news is meant to stand in the member's own language alone.
    var needsTranslation: Bool { member == nil || pin != nil }
  }

  package let sentence: String
  package let lines: [Line]
  package let problems: [String]
  package let hasErrors: Bool

  /// Lists all items, or those of one period; a translation stands on its item's line.
  package static func read(_ office: Office, period text: String?) throws(Problem) -> Self {
    let period = if let text { try office.period(text) as Period? } else { nil as Period? }
    let sources = Sources.read(office)
    let relevance = period.map { ProblemRelevance(period: $0, items: sources.items) }
    let problems = sources.problems.filter { relevance?.touches($0.file) ?? true }
    let originals = sources.items.filter { item in
      !item.isTranslation && period.map { $0.contains(item.date) } ?? true
    }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    let wanted = office.configuration.publication.languages
    let written = Dictionary(grouping: sources.items, by: \.id)
    let lines = originals.map { item in
      let languages = (written[item.id] ?? [item]).map(\.language)
      return Line(
        id: item.id, file: item.file, date: item.date.description, title: item.title,
        languages: languages.map(\.tag),
        missing: wanted.filter { !languages.contains($0) }.map(\.tag), member: item.member,
        section: item.section, hasPicture: item.image != nil || !item.pictures.isEmpty,
        pin: item.pin, isDraft: item.isDraft)
    }
    let drafts = originals.count { $0.isDraft }
    let place = period.map { " in \($0)" } ?? ""
    return Self(
      sentence:
        "\(lines.count) \(lines.count == 1 ? "item" : "items")\(place), \(drafts) of them drafts.",
      lines: lines, problems: problems.map(\.description),
      hasErrors: problems.contains { $0.level == .error })
  }

  /// The sentence, and a line for each item.
  package var text: String {
    guard !lines.isEmpty else { return sentence }
    var columns = Columns()
    columns.add("Date", "Section", "In", "Not yet in", "With", "Title")
    for line in lines {
      let missing = line.needsTranslation ? line.missing.joined(separator: " ") : ""
      columns.add(
        line.date, line.member ?? line.section ?? "news", line.languages.joined(separator: " "),
        missing.isEmpty ? "-" : missing, line.marks, line.title)
    }
    return sentence + "\n\n" + columns.text
  }
}
