package import Mail

/// Writes the Markdown of an erratum from what changed: what it read, what it reads now.
package struct ErratumText {
  private let phrases: Phrases
  private let publication: Publication
  private let language: Language
  private let period: Period
  /// The day of the letter that is set right.
  private let told: CalendarDay?

  package init(
    phrases: Phrases, publication: Publication, language: Language, period: Period,
    told: CalendarDay?
  ) {
    self.phrases = phrases
    self.publication = publication
    self.language = language
    self.period = period
    self.told = told
  }

  /// The file `note.<language>.md`; moved items need no erratum.
  ///
  /// `note` are a person's own words, which stand first.
  package func file(_ changes: [ItemChange], note: String) -> String {
    let edition = phrases.title(of: period).replacing("\u{A0}", with: " ")
    let subject = phrases.text(
      "erratum_subject", ["short": publication.shortName, "edition": edition])
    var blocks = [
      phrases.text("erratum_intro", ["date": told.map(phrases.day) ?? edition])
        .replacing("\u{A0}", with: " ")
    ]
    if !note.trimmed().isEmpty { blocks.insert(MarkdownEscape.text(note), at: 0) }
    blocks += section("erratum_changed", changes.filter { $0.kind == .changed }, changed)
    blocks += section("erratum_added", changes.filter { $0.kind == .added }) { change in
      lines(change.after)
    }
    blocks += section("erratum_removed", changes.filter { $0.kind == .removed }) { _ in [] }
    return """
      ---
      subject: \(Self.quoted(subject))
      title: \(Self.quoted(phrases.text("erratum_title")))
      ---

      \(blocks.joined(separator: "\n\n"))

      """
  }

  private func section(
    _ key: String, _ changes: [ItemChange], _ body: (ItemChange) -> [String]
  ) -> [String] {
    guard !changes.isEmpty else { return [] }
    return ["## " + phrases.text(key)]
      + changes.flatMap { ["### " + MarkdownEscape.text($0.title)] + body($0) }
  }

  private func changed(_ change: ItemChange) -> [String] {
    var pairs: [(before: String?, after: String?)] = []
    if let before = change.before?.title, before != change.title {
      pairs.append((before, change.title))
    }
    pairs += change.texts.map { ($0.before, $0.after) }
    return pairs.flatMap { pair in
      let parts = [("erratum_before", pair.before), ("erratum_now", pair.after)]
      return parts.compactMap { key, text in
        text.map { "**\(phrases.text(key)):** \(MarkdownEscape.text($0))" }
      }
    }
  }

  private func lines(_ item: OutlineItem?) -> [String] {
    (item?.text ?? "").split(separator: "\n").map { MarkdownEscape.text(String($0)) }
  }

  /// YAML in double quotes.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
