/// Where in a letter a template's tag stands: what is a name of a story, what of a picture.
struct ViewContext: Hashable {
  /// "a story", as messages call it.
  let title: String
  let names: Set<String>
  /// The sections of it that open another context.
  let inner: [String: String]
  /// A picture is of one story, so what is asked there may be the story's.
  var isPartOfOuter: Bool { title == "a picture" }

  private init(_ title: String, _ names: String, _ inner: [String: String] = [:]) {
    self.title = title
    self.names = Set(names.split(separator: " ").map(String.init)).union(inner.keys)
    self.inner = inner
  }

  static let letter = "letter"

  /// What templates may write without escaping: HTML that was made here, and addresses with merge
  /// marks in them.
  static let htmlValues: Set<String> = [
    "body", "page_styles", "leave_url", "greeting", "closing", "signature", "print_title",
  ]

  static func all(isText: Bool) -> [String: ViewContext] { isText ? text : html }

  private static let html: [String: ViewContext] = [
    letter: Self(
      "the letter", "",
      [
        "lead": "story", "hero": "picture", "contents": "entry", "sections": "section",
        "members": "member", "dates": "date", "languages": "language", "head_styles": "style",
        "phrases": "phrases",
      ]),
    "section": Self("a section", "label anchor", ["blocks": "block", "stories": "story"]),
    "block": Self(
      "a block", "", ["pair": "pair", "single": "story", "plain": "story", "short": "story"]),
    "pair": Self("a pair", "", ["left": "story", "right": "story"]),
    "story": Self(
      "a story",
      "anchor title title_stop dateline dateline_stop foreign foreign_dir text line standfirst url link_label source_url "
        + "body has_body", ["picture": "picture"]),
    "picture": Self("a picture", "src alt width height"),
    "member": Self(
      "a member's news",
      "anchor place place_stop foreign_place name title text url foreign foreign_dir "
        + "link_label body"),
    "date": Self("a date", "name place when small large url foreign anchor body"),
    "language": Self("a language", "link foreign name"),
    "entry": Self("an entry of the contents", "number target name foreign"),
    "style": Self("a style", ""), "phrases": Self("the phrases", ""),
  ]

  private static let text: [String: ViewContext] = [
    letter: Self(
      "the letter", "",
      [
        "lead": "story", "contents": "entry", "sections": "section", "members": "member",
        "dates": "date", "languages": "language", "phrases": "phrases",
      ]),
    "section": Self("a section", "label", ["stories": "story"]), "story": Self("a story", "lines"),
    "member": Self("a member's news", "lines"), "date": Self("a date", "lines"),
    "entry": Self("an entry of the contents", "lines"),
    "language": Self("a language", "name link"), "phrases": Self("the phrases", ""),
  ]

  /// The contexts other than the letter that have a name, as messages call them.
  static func owners(of name: String, isText: Bool) -> [String] {
    all(isText: isText).values.filter { $0.names.contains(name) && $0.title != "the letter" }
      .map(\.title).sorted()
  }
}
