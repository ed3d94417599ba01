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
    visibleText = HTMLLink.visibleText(tokens)
    var bytes: [UInt8] = []
    message.splice(sample, into: &bytes)
    self.bytes = bytes
  }

  /// The items of this letter as they appear in this language.
  var shownItems: [Item] { context.edition.allStories.map(context.item) }
}
