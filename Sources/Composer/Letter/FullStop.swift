import Mail

/// The full stop of a language's writing, for names that are set as sentences.
enum FullStop {
  /// By primary language; others write a point.
  private static let marks = [
    "ja": "。", "zh": "。", "yue": "。", "th": "", "lo": "", "km": "។", "my": "။", "hi": "।",
    "bn": "।", "ne": "।", "ur": "۔",
  ]

  private static let ends: Set<Character> = [
    ".", "?", "!", "…", "。", "？", "！", "．", "؟", "۔", "।", "។", "။", ":", "：", ";", "；",
  ]

  /// Signs that bring their own white space.
  private static let wide: Set<Character> = ["。", "？", "！", "．", "：", "；", "」", "』", "）", "》", "】"]

  private static let closers: Set<Character> = [
    "\"", "'", "”", "’", "»", "›", "」", "』", ")", "）", "]", "》", "】",
  ]

  /// What is to stand between the text and a next sentence: the full stop, unless the text has an
  /// end already, and a blank, unless the last sign has its own.
  static func after(_ text: String, in language: Language) -> String {
    var rest = text[...]
    while let last = rest.last, closers.contains(last) || last.isWhitespace { rest.removeLast() }
    guard let end = rest.last, let last = text.last else { return "" }
    let mark = ends.contains(end) ? "" : marks[language.primary] ?? "."
    return wide.contains(mark.last ?? last) ? mark : mark + " "
  }
}
