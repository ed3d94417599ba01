import Mail

extension LetterContext {
  /// What the archive keeps of this letter.
  var archived: ArchivedEdition.Letter {
    ArchivedEdition.Letter(
      language: language.tag, title: title, summary: preheader, issued: issued,
      page: links.pageName(language),
      stories: (edition.allStories).map { story in
        let item = item(story)
        return ArchivedEdition.Story(
          language: item.language.tag, anchor: anchor(item.id), title: general(item.title),
          dateline: dateline(item), text: StoryView.line(general(item.shortText)))
      })
  }

  /// The text as it reads for nobody in particular.
  private func general(_ text: String) -> String { MergeMarker.fill(text, MergeValues(), .text) }
}
