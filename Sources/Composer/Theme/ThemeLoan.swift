import Mail

/// What a theme lacks and has from the program's own theme instead.
struct ThemeLoan: Hashable, Sendable {
  /// Keys of phrases by their languages.
  var phrases: [Language: [String]] = [:]
  /// Such as `note.html.mustache`.
  var files: [String] = []

  var isEmpty: Bool { phrases.isEmpty && files.isEmpty }

  /// All of it in one line: "note.txt.mustache, and 2 phrases in en, ja (feed, leave)".
  var text: String {
    let keys = Set(phrases.values.joined()).sorted()
    var parts = files
    if !keys.isEmpty {
      let tags = phrases.keys.map(\.tag).sorted().joined(separator: ", ")
      let shown = keys.prefix(4).joined(separator: ", ") + (keys.count > 4 ? " …" : "")
      parts.append("\(keys.count) phrase\(keys.count == 1 ? "" : "s") in \(tags) (\(shown))")
    }
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
