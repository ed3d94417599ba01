/// What an edition's page says of itself and of its neighbours, for templates.
struct PageLinks {
  private let context: LetterContext

  init(_ context: LetterContext) {
    self.context = context
  }

  /// The values for a template; in a letter they are all absent.
  func values(isPage: Bool) -> [String: Any] {
    guard isPage else {
      return ["page_url": false, "feed_url": false, "archive_url": false, "print_title": ""]
    }
    let names = ArchiveNames(context.publication)
    return [
      "page_url": orFalse(context.links.page(context.language)),
      "feed_url": orFalse(context.links.folder.map { _ in "../" + names.feed(context.language) }),
      "archive_url": "../" + names.page(context.language),
      "print_title": CSSText.escape("\(context.network) · \(context.title)"),
    ]
  }
}
