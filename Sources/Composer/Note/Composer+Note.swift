import Mail

extension Composer {
  /// Composes a small letter through the theme's `note.html` and `note.txt`.
  ///
  /// The same input gives the same bytes; headers and ways to leave are those of an edition.
  package static func composeNote(
    _ note: Note, theme: Theme, publication: Publication, date: CalendarDay
  ) throws(ThemeError) -> ComposedNote {
    guard let phrases = theme.phrases(for: note.language) else {
      throw ThemeError(
        theme: theme.name,
        problems: [
          SourceProblem(file: "\(theme.name)/phrases", line: 1, "there are no phrases at all")
        ])
    }
    let edition = Edition(period: note.period, items: [], events: [], date: date)
    var context = LetterContext(
      edition: edition, publication: publication, phrases: phrases, language: note.language)
    context.ownSubject = note.subject
    let view = NoteView(note: note, context: context)
    let head = theme.styles.headTexts(language: note.language.tag)
    let html = StyleInliner(theme.styles).inline(
      try theme.render("note.html", view.html(headStyles: head)), language: note.language)
    let text = LetterText.tidied(try theme.render("note.txt", view.text()))
    let message = MessageBuilder(
      context: context, html: html, text: text, pictures: [], kind: note.kind
    ).build()
    let sample = sampleValues(publication, note.language)
    let input = CheckInput(
      context: context, items: [], html: html, text: text, message: message, sample: sample,
      pictures: [], theme: theme, problems: note.problems)
    return ComposedNote(
      language: note.language, subject: note.subject,
      html: MergeMarker.fill(html, sample, .html), text: MergeMarker.fill(text, sample, .text),
      message: message,
      // An edition without a story is none; a small letter has no stories.
      findings: CheckRule.judge(input).filter { $0.code != "empty" }, sampleValues: sample)
  }
}

extension Note {
  /// What reading the text left out.
  var problems: [SourceProblem] {
    body.remarks.map { SourceProblem(file: file, line: $0.line, $0.message, level: .warning) }
  }
}
