import Mail

/// Takes typed values out of a front matter and notes what is wrong with them.
package struct HeadReader {
  let file: String
  let head: FrontMatter
  private(set) var problems: [SourceProblem] = []

  init(file: String, head: FrontMatter) {
    self.file = file
    self.head = head
  }

  func text(_ key: String) -> String? {
    guard let value = head.entries[key]?.value, !value.isEmpty else { return nil }
    // A value written over several lines is one text.
    return value.split(whereSeparator: \.isNewline).map { String($0).trimmed() }
      .joined(separator: " ")
  }

  /// A list, or texts with commas between them.
  func list(_ key: String) -> [String] {
    guard let entry = head.entries[key] else { return [] }
    if let values = entry.values { return values.filter { !$0.isEmpty } }
    return entry.value.split(whereSeparator: { ",、，;\n".contains($0) })
      .map { String($0).trimmed() }.filter { !$0.isEmpty }
  }

  mutating func required(_ key: String, _ expected: String) -> String? {
    if let text = text(key) { return text }
    problem(key, "\(expected) is missing")
    return nil
  }

  package static let longestTitle = 200

  /// A title is one line that people read at a glance; of a longer one the start is kept.
  mutating func title() -> String? {
    guard let title = required("title", "a title") else { return nil }
    if head.entries["title"]?.value.contains(where: \.isNewline) == true {
      problem("title", "the title has a line break; write it in one line")
    }
    guard title.count > Self.longestTitle else { return title }
    problem("title", "the title has \(title.count) characters; write at most \(Self.longestTitle)")
    return title.prefix(Self.longestTitle - 1) + "…"
  }

  mutating func day(_ key: String) -> CalendarDay? {
    guard let text = text(key) else { return nil }
    if let day = CalendarDay(parsing: text) { return day }
    problem(key, "\"\(text.prefix(40))\" is no day; expected one such as 2019-03-21")
    return nil
  }

  mutating func eventDay(_ key: String) -> EventDay? {
    guard let text = text(key) else { return nil }
    if let day = EventDay(parsing: text) { return day }
    problem(
      key, "\"\(text.prefix(40))\" is no day; expected 2019-10-23, or 2019-10 while it is open")
    return nil
  }

  mutating func flag(_ key: String) -> Bool {
    switch text(key)?.lowercased() {
    case nil, "false", "no": return false
    case "true", "yes": return true
    case .some(let other):
      problem(key, "\"\(other.prefix(40))\" is neither true nor false")
      return false
    }
  }

  mutating func pin() -> Int? {
    switch text("pin")?.lowercased() {
    case nil, "false", "no": return nil
    case "true", "yes": return 1
    case .some(let other):
      if let number = CalendarDay.digits(other) { return number }
      problem("pin", "\"\(other.prefix(40))\" is neither true, false nor a number")
      return nil
    }
  }

  mutating func link(_ key: String = "link") -> String? {
    guard let text = text(key) else { return nil }
    if let address = LinkTarget(text).address { return address }
    problem(key, "\"\(text.prefix(80))\" is no address; expected https://…, http://… or mailto:…")
    return nil
  }

  mutating func language(from name: FileName, standard: Language) -> Language {
    if let tag = name.languageTag {
      if let language = Language(tag) { return language }
      problem(nil, "\".\(tag)\" in the file's name is no language; expected one such as .ja.md")
    }
    guard let text = text("lang") else { return standard }
    if let language = Language(text) {
      return language
    }
    problem("lang", "\"\(text.prefix(40))\" is no language; expected one such as en, ja or zh-Hans")
    return standard
  }

  mutating func warnUnknown(_ known: Set<String>) {
    for (key, entry) in head.entries.sorted(by: { $0.value.line < $1.value.line })
    where !known.contains(key) {
      problems.append(
        SourceProblem(
          file: file, line: entry.line, key: key,
          "unknown key, not used; known are \(known.sorted().joined(separator: ", "))",
          level: .warning))
    }
  }

  mutating func problem(
    _ key: String?, _ message: String, level: SourceProblem.Level = .error, line: Int? = nil
  ) {
    let line = line ?? key.flatMap { head.entries[$0]?.line } ?? 1
    problems.append(
      SourceProblem(file: file, line: line, key: key, message, level: level))
  }

  mutating func add(_ remarks: [MarkdownDocument.Remark]) {
    problems += remarks.map {
      SourceProblem(file: file, line: $0.line, $0.message, level: .warning)
    }
  }

  var lines: [String: Int] { head.entries.mapValues(\.line) }
}
