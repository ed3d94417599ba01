import Mail

/// What a source file's name tells: `2019-03-21-unea.ja.md` is the Japanese of `2019-03-21-unea`.
struct FileName {
  let id: String
  let languageTag: String?
  var isTranslation: Bool { languageTag.map { Language($0) != nil } ?? false }
  /// The day at the front of the name.
  let day: CalendarDay?

  init?(_ name: String) {
    guard name.hasSuffix(".md") else { return nil }
    let stem = name.dropLast(3)
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
      id = String(stem[..<dot])
      languageTag = String(stem[stem.index(after: dot)...])
    } else {
      id = String(stem)
      languageTag = nil
    }
    day = id.utf8.count >= 10 ? CalendarDay(parsing: id.prefix(10)) : nil
    guard !id.isEmpty else { return nil }
  }
}
