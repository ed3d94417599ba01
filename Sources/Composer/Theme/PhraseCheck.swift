import Mail
import Yams

/// Finds in a file of phrases what is no phrase: wrong types, unknown keys and places.
enum PhraseCheck {
  static func problems(_ text: String, file: String) -> [SourceProblem] {
    guard let mapping = try? Yams.compose(yaml: text)?.mapping else { return [] }
    var found: [SourceProblem] = []
    func report(
      _ key: String, _ node: Node, _ message: String, _ level: SourceProblem.Level = .error
    ) {
      found.append(
        SourceProblem(
          file: file, line: node.mark?.line ?? 1, key: key, message, level: level))
    }
    for (keyNode, value) in mapping {
      let key = keyNode.scalar?.string ?? ""
      switch key {
      case "sections", "places":
        guard let table = value.mapping else {
          report(key, keyNode, "expected lines of \"key: text\" below it")
          continue
        }
        for (inner, word) in table where word.scalar == nil {
          report("\(key).\(inner.scalar?.string ?? "")", inner, "expected one text")
        }
      case "numbers", "months", "months_short":
        guard let list = value.sequence else {
          report(key, keyNode, "expected a list of words, such as [one, two]")
          continue
        }
        for word in list where word.scalar == nil { report(key, word, "expected one word") }
      default:
        guard let words = value.scalar else {
          report(key, keyNode, "expected one text, not a list or a table")
          continue
        }
        if !Phrases.requiredTexts.contains(plain(key)) {
          report(
            key, keyNode,
            "the program knows no phrase of this name\(NearestName.hint(key, in: Phrases.requiredTexts))",
            .warning)
        }
        for place in places(words.string) where !isAllowed(place, in: plain(key)) {
          let known = allowed[plain(key)] ?? []
          let hint =
            known.isEmpty
            ? "it has none" : "it has " + known.map { "{\($0)}" }.joined(separator: ", ")
          report(key, keyNode, "nothing fills {\(place)} in; \(hint)")
        }
      }
    }
    return found
  }

  /// `stories_few` is a form of `stories_other`, for languages that have more of them.
  private static func plain(_ key: String) -> String {
    for form in ["_zero", "_two", "_few", "_many"] where key.hasSuffix(form) {
      return key.dropLast(form.utf8.count) + "_other"
    }
    return key
  }

  /// `{name}`, but not `{{name}}`, which is a reader's.
  private static func places(_ text: String) -> [String] {
    text.replacing("{{", with: "\u{0}").split(separator: "{", omittingEmptySubsequences: false)
      .dropFirst().compactMap { part in
        part.firstIndex(of: "}").map { String(part[..<$0]) }
      }
  }

  private static func isAllowed(_ place: String, in key: String) -> Bool {
    guard let known = allowed[key] else { return !withoutPlaces.contains(key) }
    return known.contains(place)
  }

  /// The places of the phrases that have some.
  private static let allowed: [String: [String]] = [
    "edition_half": ["from", "to", "year"], "edition_quarter": ["from", "to", "year"],
    "edition_month": ["from", "to", "year"], "edition_range": ["from", "to", "year"],
    "subject": ["short", "edition"], "date": ["day", "month", "year"],
    "month_year": ["month", "year"], "date_range": ["from", "to"],
    "date_range_month": ["day", "last", "month", "year"], "day_open": ["month", "year"],
    "stories_one": ["n"], "stories_other": ["n"], "members_one": ["n"], "members_other": ["n"],
    "dates_one": ["n"], "dates_other": ["n"], "sender_line_places": ["places"],
    "news_from": ["places"], "why": ["address"], "greeting": ["name"],
    "erratum_subject": ["short", "edition"], "erratum_intro": ["date", "edition"],
  ]

  private static let withoutPlaces: Set<String> = [
    "language", "sender_line", "read_in_browser", "leading_story", "in_this_letter", "read_story",
    "read_more", "more", "source", "from_the_members", "dates", "dates_ahead", "add_to_calendar",
    "leave", "other_languages", "pdf", "no_tracking", "list_separator", "last_separator",
  ]
}
