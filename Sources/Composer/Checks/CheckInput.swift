import Mail

/// What the checks judge: one language's letter with its sources.
struct CheckInput {
  let context: LetterContext
  let items: [Item]
  /// The letter's HTML with its merge marks.
  let html: String
  let text: String
  let message: PreparedMessage
  let sample: MergeValues
  let pictures: [Picture]
  let theme: Theme
  let problems: [SourceProblem]
  let links: [HTMLLink]
  let tokens: [HTMLToken]
  let features: FeatureUse
  /// What a reader sees of the HTML, without styles.
  let visibleText: String
  /// The words of both forms, as the sample reader gets them.
  let htmlWords: WordSet
  let textWords: WordSet
  /// The text part's words without addresses, which the HTML does not show.
  let textWordsWithoutAddresses: WordSet
  /// The bytes of the message for a sample reader.
  let bytes: [UInt8]

  init(
    context: LetterContext, items: [Item], html: String, text: String, message: PreparedMessage,
    sample: MergeValues, pictures: [Picture], theme: Theme, problems: [SourceProblem]
  ) {
    self.context = context
    self.items = items
    self.html = html
    self.text = text
    self.message = message
    self.sample = sample
    self.pictures = pictures
    self.theme = theme
    self.problems = problems
    let tokens = HTMLScanner.tokens(html)
    self.tokens = tokens
    links = HTMLLink.all(in: tokens)
    features = FeatureUse(tokens)
    let visibleText = MergeMarker.fill(HTMLLink.visibleText(tokens), sample, .text)
    self.visibleText = visibleText
    htmlWords = WordSet(
      visibleText,
      MergeMarker.fill(HTMLLink.visibleText(tokens, isEachParting: true), sample, .text),
      HTMLLink.alternatives(tokens))
    let filled = MergeMarker.fill(text, sample, .text)
    textWords = WordSet(filled)
    textWordsWithoutAddresses = WordSet(
      filled.split(whereSeparator: \.isWhitespace).filter {
        !$0.contains("://") && !$0.contains("@")
      }
      .joined(separator: " "))
    var bytes: [UInt8] = []
    message.splice(sample, into: &bytes)
    self.bytes = bytes
  }

  /// The items of this letter as they appear in this language.
  var shownItems: [Item] { context.edition.allStories.map(context.item) }

  /// A text without the names of network and letter, which may hold figures and words of their own.
  func withoutNames(_ text: String) -> String {
    let publication = context.publication
    return [context.network, publication.name, publication.shortName].reduce(text) {
      $1.isEmpty ? $0 : $0.replacing($1, with: " ")
    }
  }
}
