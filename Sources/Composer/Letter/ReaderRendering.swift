package import Mail

/// A letter the way a template engine makes it: rendered anew for every reader.
///
/// The program never does so; benchmarks compare with it. Neither inlining nor MIME is in it.
package struct ReaderRendering {
  /// The rendered HTML with the whole style sheet in its head, for an inliner to work on.
  package let styledHTML: String

  private let theme: Theme
  private let language: Language
  private let htmlValues: [String: Any]
  private let textValues: [String: Any]

  /// Takes what `Composer.compose` takes, and works all values out that readers share.
  package init(
    period: Period, items: [Item], events: [Event], theme: Theme, publication: Publication,
    language: Language, date: CalendarDay, members: [MemberEntry]
  ) throws(ThemeError) {
    let edition = Edition(
      period: period, items: items, events: events, date: date,
      sectionOrder: publication.sections)
    guard let phrases = theme.phrases(for: language) else {
      throw ThemeError(theme: theme.name, problems: [])
    }
    let context = LetterContext(
      edition: edition, publication: publication, phrases: phrases, language: language,
      members: members)
    let view = LetterView(context, medium: .mail)
    self.theme = theme
    self.language = language
    let head = theme.styles.headTexts(language: language.tag)
    htmlValues = view.values(headStyles: head, pageStyles: "")
    var text = TextView(context)
    textValues = text.values()
    let styled = try theme.render(
      "newsletter.html",
      view.values(headStyles: [theme.styles.pageText(language)], pageStyles: ""))
    let reader = MergeValues([
      .recipientName: "Reader", .recipientAddress: "reader000001@example.org",
      .unsubscribeAddress: "leave@example.org",
    ])
    styledHTML = MergeMarker.fill(styled, reader, .html)
  }

  /// Renders both forms with what is one reader's own.
  package func render(
    name: String, address: String
  ) throws(ThemeError) -> (html: String, text: String) {
    let own: [String: Any] = [
      "greeting": "Dear \(name),", "leave_url": "mailto:leave+\(address)", "why": address,
    ]
    return (
      try theme.render("newsletter.html", htmlValues.merging(own) { $1 }),
      try theme.render("newsletter.txt", textValues.merging(own) { $1 })
    )
  }

  /// Our own inliner on what the other one gets.
  package func inlined() -> String {
    StyleInliner(theme.styles).inline(styledHTML, language: language)
  }
}
