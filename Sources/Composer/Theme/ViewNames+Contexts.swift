extension ViewNames {
  /// What small letters have, such as an erratum.
  static let note: Set<String> = [
    "lang", "dir", "start", "end", "is_rtl", "title", "network", "greeting", "body", "lines",
    "issued", "sender_line", "leave_url", "why", "postal", "view_url", "help_url", "head_styles",
    "signature", "closing", "preheader",
  ]

  /// Names that a letter has itself, besides those of its stories.
  static func isOfLetter(_ name: String, isText: Bool) -> Bool { !isText && name == "title" }
}
