package import Mail
import Yams

/// A theme's words in one language.
package struct Phrases: Hashable, Sendable {
  package let language: Language
  var texts: [String: String] = [:]
  /// What is wrong with the `{{…}}` of the texts.
  var mergeProblems: [MergeProblem] = []
  var lists: [String: [String]] = [:]
  var tables: [String: [String: String]] = [:]

  /// What every language of a theme has to say.
  package static let requiredTexts: [String] = [
    "language", "edition_half", "edition_quarter", "edition_month", "subject", "date",
    "month_year", "date_range", "date_range_month", "stories_one", "stories_other", "members_one",
    "members_other",
    "dates_one", "dates_other", "list_separator", "sender_line", "sender_line_places",
    "read_in_browser", "leading_story", "in_this_letter", "read_story", "read_more", "more",
    "from_the_members", "news_from", "dates", "dates_ahead", "add_to_calendar", "day_open",
    "why", "leave", "other_languages", "pdf", "no_tracking", "source",
    "last_separator", "greeting", "greeting_plain", "closing", "signature", "archive", "feed",
    "web_page", "download", "erratum_subject", "erratum_title", "erratum_intro",
    "erratum_changed", "erratum_added", "erratum_removed", "erratum_before", "erratum_now",
    "edition_range", "members_activity",
  ]
  package static let requiredLists: [String: Int] = ["months": 12, "months_short": 12]

  /// Reads `phrases/<language>.yml`; fails where it is not a table of texts, lists and tables.
  package init(parsing text: String, language: Language, file: String) throws(SourceProblem) {
    self.language = language
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw YAMLProblem.problem(error, file: file, lineOffset: 0)
    }
    guard let mapping = root?.mapping else {
      throw SourceProblem(file: file, line: 1, "expected lines of \"key: text\"")
    }
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if let scalar = value.scalar {
        let syntax = MergeSyntax(scalar.string, firstLine: key.mark?.line ?? 1)
        texts[name] = syntax.marked
        mergeProblems += syntax.problems
      } else if let sequence = value.sequence {
        lists[name] = sequence.compactMap { $0.scalar?.string }
      } else if let table = value.mapping {
        for (inner, word) in table {
          tables[name, default: [:]][inner.scalar?.string ?? ""] = word.scalar?.string
        }
      }
    }
  }

  /// The keys of the texts and lists that are not there.
  var missing: [String] {
    Self.requiredTexts.filter { texts[$0] == nil }
      + Self.requiredLists.keys.sorted().filter { lists[$0] == nil }
  }

  /// What is missing, each with the file.
  func problems(file: String) -> [SourceProblem] {
    var found: [SourceProblem] = []
    for key in Self.requiredTexts where texts[key] == nil {
      found.append(SourceProblem(file: file, line: 1, key: key, "the phrase is missing"))
    }
    for (key, count) in Self.requiredLists.sorted(by: { $0.key < $1.key })
    where lists[key]?.count != count {
      found.append(
        SourceProblem(
          file: file, line: 1, key: key,
          "expected a list of \(count) words, found \(lists[key]?.count ?? 0)"))
    }
    found += mergeProblems.map {
      SourceProblem(file: file, line: $0.line, $0.message)
    }
    return found
  }

  /// A phrase with its places filled in; a phrase that is missing shows its key.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String {
    Self.fill(texts[key] ?? key, values)
  }

  /// The name of a section, as written where the theme has no word for it.
  func section(_ key: String) -> String {
    if let name = tables["sections"]?[key] { return name }
    return key.prefix(1).uppercased() + key.dropFirst()
  }

  /// The sections that the theme has a word for.
  package var sectionKeys: Set<String> { Set((tables["sections"] ?? [:]).keys) }

  /// A place's name in this language, nil where the theme has no word for it.
  func place(_ name: String) -> String? { tables["places"]?[name] }

  /// "five stories", "one date": in words where the language counts in words.
  ///
  /// A language with more forms than one and many adds `stories_two`, `stories_few` and so on.
  package func count(_ key: String, _ number: Int) -> String {
    let words = lists["numbers"] ?? []
    let written = words.indices.contains(number) ? words[number] : String(number)
    let form = PluralForm(number, language: language).rawValue
    let common = number == 1 ? "\(key)_one" : "\(key)_other"
    return text(texts["\(key)_\(form)"] == nil ? common : "\(key)_\(form)", ["n": written])
  }

  func number(_ number: Int) -> String {
    let words = lists["numbers"] ?? []
    return words.indices.contains(number) ? words[number] : String(number)
  }

  func month(_ month: Int) -> String { word("months", month) }

  func shortMonth(_ month: Int) -> String { word("months_short", month) }

  package func day(_ day: CalendarDay) -> String {
    text(
      "date", ["day": String(day.day), "month": month(day.month), "year": String(day.year)])
  }

  /// Days of one month: "3 to 4 May 2019".
  func days(_ first: CalendarDay, to last: CalendarDay) -> String {
    text(
      "date_range_month",
      [
        "day": String(first.day), "last": String(last.day), "month": month(first.month),
        "year": String(first.year),
      ])
  }

  func monthYear(year: Int, month number: Int) -> String {
    text("month_year", ["month": month(number), "year": String(year)])
  }

  /// "Korea, Malaysia and Japan".
  func join(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    let first = words.dropLast().joined(separator: text("list_separator"))
    return first + text("last_separator") + last
  }

  /// The edition's title, such as "Half-year letter, January to June 2019".
  package func title(of period: Period, order: [Language] = []) -> String {
    let key: String
    switch period.span {
    case .half: key = "edition_half"
    case .quarter: key = "edition_quarter"
    case .month: key = "edition_month"
    case .named:
      if let title = period.title(in: order.isEmpty ? [language] : order) { return title }
      let days = ["from": day(period.firstDay), "to": day(period.lastDay)]
      // A theme that has no such phrase has the plain range of days.
      return texts["edition_range"] == nil
        ? text("date_range", days) : text("edition_range", days)
    }
    return text(
      key,
      [
        "from": month(period.firstMonth), "to": month(period.lastMonth),
        "year": String(period.year),
      ])
  }

  private func word(_ list: String, _ number: Int) -> String {
    let words = lists[list] ?? []
    return words.indices.contains(number - 1) ? words[number - 1] : String(number)
  }

  private static func fill(_ text: String, _ values: [String: String]) -> String {
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      output += rest[..<open] + (values[name] ?? String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }
}

extension Phrases {
  /// The texts for templates, under `phrases.`.
  var view: [String: String] { texts }
}
