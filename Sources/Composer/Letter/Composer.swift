package import Mail

/// Makes editions out of items: collects, renders, inlines, encodes and judges.
package enum Composer {
  /// Composes one language of a period's edition.
  ///
  /// - Parameters:
  ///   - period: Which items belong to it.
  ///   - items: All items read.
  ///   - events: All events read.
  ///   - theme: The look.
  ///   - publication: The sender, the list, and where the pages are.
  ///   - language: The language of this letter.
  ///   - date: The day of the letter.
  ///   - problems: What reading the sources told; it joins the findings.
  ///   - members: Whose activity items may include.
  /// - Returns: The letter in all its forms. The same input gives the same bytes.
  /// - Throws: `ThemeError` where a template is missing.
  package static func compose(
    period: Period, items: [Item], events: [Event], theme: Theme, publication: Publication,
    language: Language, date: CalendarDay, problems: [SourceProblem] = [],
    members: [MemberEntry] = []
  ) throws(ThemeError) -> ComposedEdition {
    let edition = Edition(
      period: period, items: items, events: events, date: date,
      sectionOrder: publication.sections)
    guard let phrases = theme.phrases(for: language) else {
      throw ThemeError(
        theme: theme.name,
        problems: [
          SourceProblem(file: "\(theme.name)/phrases", line: 1, "there are no phrases at all")
        ])
    }
    let context = LetterContext(
      edition: edition, publication: publication, phrases: phrases, language: language,
      members: members)
    let names = theme.phrases.mapValues { $0.text("language") }

    var mailView = LetterView(context, medium: .mail)
    mailView.languageNames = names
    let head = theme.styles.headTexts(language: language.tag)
    let rendered = try theme.render(
      "newsletter.html", mailView.values(headStyles: head, pageStyles: ""))
    let html = StyleInliner(theme.styles).inline(rendered, language: language)

    var textView = TextView(context)
    textView.languageNames = names
    let textValues = textView.values()
    let text = LetterText.tidied(try theme.render("newsletter.txt", textValues))
    // The public text speaks to nobody in particular.
    let pageText = LetterText.tidied(
      try theme.render(
        "newsletter.txt",
        textValues.merging(["why": false, "leave_url": false, "greeting": false]) { $1 }))

    var pageView = LetterView(context, medium: .page)
    pageView.languageNames = names
    let rawPage = try theme.render(
      "page.html", pageView.values(headStyles: [], pageStyles: theme.styles.pageText(language)))

    // A page has no reader: it shows what stands for one.
    let page = MergeMarker.fill(
      rawPage, MergeValues([.recipientLanguage: language.tag]), .html)

    let pictures = pictures(of: context)
    let shown = pictures.filter { html.contains(HTMLText.escape(context.address($0))) }
    let isHosted = publication.pictures != .embedded
    let message = MessageBuilder(
      context: context, html: html, text: text, pictures: isHosted ? [] : shown
    ).build()
    let sample = sampleValues(publication, language)
    let viewable = withPaths(html, shown, context)
    let input = CheckInput(
      context: context, items: items, html: html, text: text, message: message, sample: sample,
      pictures: shown, theme: theme, problems: problems)
    let calendar = CalendarFile(context: context).text
    return ComposedEdition(
      language: language, subject: MergeFilter.everybody.whole(context.subject),
      html: MergeMarker.fill(viewable, sample, .html),
      text: MergeMarker.fill(text, sample, .text),
      page: MergeMarker.fill(page, MergeValues(), .html),
      pageText: MergeMarker.fill(pageText, MergeValues(), .text),
      pageName: context.links.pageName(language), message: message,
      findings: CheckRule.judge(input),
      usedFiles: pictures.map { UsedFile(path: $0.path, bytes: $0.bytes) }
        + (isHosted ? shown.map { UsedFile(path: $0.hostedPath, bytes: $0.bytes) } : [])
        + (edition.occasions.isEmpty
          ? [] : [UsedFile(path: EditionLinks.calendarName, bytes: Array(calendar.utf8))]),
      edition: edition, archived: context.archived, outline: EditionOutline.items(context),
      markedHTML: viewable, markedText: text, sampleValues: sample)
  }

  /// Composes every language of the publication, in its order.
  package static func composeAll(
    period: Period, items: [Item], events: [Event], theme: Theme, publication: Publication,
    date: CalendarDay, problems: [SourceProblem] = [], members: [MemberEntry] = []
  ) throws(ThemeError) -> [ComposedEdition] {
    var letters: [ComposedEdition] = []
    for language in publication.languages {
      letters.append(
        try compose(
          period: period, items: items, events: events, theme: theme, publication: publication,
          language: language, date: date, problems: problems, members: members))
    }
    return letters
  }

  private static func withPaths(
    _ html: String, _ pictures: [Picture], _ context: LetterContext
  ) -> String {
    var shown = html
    for picture in pictures {
      shown = shown.replacing(HTMLText.escape(context.address(picture)), with: picture.path)
    }
    return shown
  }

  /// Each picture once, in the order of the letter; equal contents share one part.
  private static func pictures(of context: LetterContext) -> [Picture] {
    var seen: Set<String> = []
    var found: [Picture] = []
    for story in context.edition.allStories {
      let item = context.item(story)
      let inText = item.pictures.sorted { $0.key < $1.key }.map(\.value)
      for picture in (item.image.map { [$0] } ?? []) + inText
      where seen.insert(picture.path + picture.fingerprint).inserted {
        found.append(picture)
      }
    }
    return found
  }

  /// Names of RFC 2606, so that a preview that escapes reaches nobody.
  static func sampleValues(
    _ publication: Publication, _ language: Language
  ) -> MergeValues {
    let leave = "leave@example.org"
    return MergeValues([
      .to: "A Reader <reader@example.org>", .recipientName: "A Reader",
      .recipientAddress: "reader@example.org", .date: "Thu, 01 Jan 1970 00:00:00 +0000",
      .messageID: "<sample@example.org>", .deliveryToken: "sample",
      .unsubscribeAddress: leave, .unsubscribeURL: "https://example.org/leave/sample",
      .listUnsubscribe: publication.leavesByWeb
        ? "<mailto:\(leave)>, <https://example.org/leave/sample>" : "<mailto:\(leave)>",
      .recipientLanguage: language.tag,
    ])
  }
}
