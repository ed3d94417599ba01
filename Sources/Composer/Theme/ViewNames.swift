/// The names that templates may use.
enum ViewNames {
  static let all: Set<String> = Set(
    letter + story + parts + Phrases.requiredTexts.map { "phrases.\($0)" })

  private static let letter = [
    "lang", "dir", "title", "edition", "network", "preheader", "issued", "sender_line",
    "view_url", "pdf_url", "calendar_url", "leave_url", "why", "postal", "head_styles",
    "page_styles", "hero", "lead", "has_lead_label", "contents", "has_contents", "sections",
    "has_members",
    "members", "has_dates", "dates", "languages", "has_languages", "members_title",
    "dates_title", "rule", "is_page", "help_url", "site_url",
  ]

  private static let story = [
    "anchor", "foreign", "foreign_dir", "foreign_place",
    "dateline", "line", "text", "url", "link_label", "picture",
    "src", "alt", "width", "height", "body", "has_body", "notes", "has_notes", "title_rule",
    "standfirst", "source_url",
  ]

  private static let parts = [
    "number", "target", "stories", "blocks", "pair", "left", "right", "single", "plain", "short",
    "place", "name", "small", "large", "when", "link", "first", "label", "label_rule", "lines",
  ]
}
