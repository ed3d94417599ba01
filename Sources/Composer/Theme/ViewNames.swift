/// The names that templates may use, by the kind of template.
enum ViewNames {
  static let html = Set(
    common + htmlLetter + htmlStory + pages + Phrases.requiredTexts.map { "phrases.\($0)" })
  static let text = Set(
    common + textLetter + Phrases.requiredTexts.map { "phrases.\($0)" })

  static func names(for file: String) -> Set<String> {
    file.hasSuffix(".txt.mustache") ? text : html
  }

  /// In every letter, and in its lists of sections, stories, members, dates and languages.
  private static let common = [
    "lang", "start", "end", "is_rtl", "edition", "network", "preheader", "issued", "sender_line",
    "signature", "view_url", "pdf_url",
    "calendar_url", "leave_url", "help_url", "why", "postal", "lead", "contents", "has_contents",
    "sections", "stories", "label", "members", "has_members", "members_title", "dates",
    "has_dates", "dates_title", "languages", "has_languages", "name", "link", "greeting",
  ]

  private static let textLetter = ["rule", "lines"]

  private static let htmlLetter = [
    "dir", "title", "head_styles", "page_styles", "is_page", "site_url", "hero",
    "has_lead_label", "number", "target", "anchor", "blocks", "pair", "left", "right", "single",
    "plain", "short", "place", "small", "large", "when",
  ]

  /// What pages say of themselves and of their neighbours.
  private static let pages = ["page_url", "feed_url", "archive_url", "print_title"]

  /// In the page of all editions.
  static let archive: Set<String> = ["editions", "web_url", "text_url", "letters", "has_letters"]

  private static let htmlStory = [
    "foreign", "foreign_dir", "foreign_place", "place_stop", "title_stop", "dateline",
    "dateline_stop", "text", "line", "standfirst", "url",
    "source_url", "link_label", "body", "has_body", "picture", "src", "alt", "width", "height",
  ]
}
