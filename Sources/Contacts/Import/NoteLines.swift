/// Notes as lines `Column: text`: several lists can each say something of one contact.
enum NoteLines {
  /// Puts new notes over old ones, column by column; columns not spoken of stay as they are.
  static func merging(_ new: String, over old: String) -> String {
    let old = columns(of: old)
    let new = columns(of: new)
    let said = Dictionary(uniqueKeysWithValues: new.map { ($0.column, $0.text) })
    let known = Set(old.map(\.column))
    let all =
      old.map { (column: $0.column, text: said[$0.column] ?? $0.text) }
      + new.filter { !known.contains($0.column) }
    // A text without a column comes first, or it would be read as the end of the one before.
    let loose = all.filter { $0.column.isEmpty }
    return (loose + all.filter { !$0.column.isEmpty }).map(\.text).joined(separator: "\n")
  }

  /// Each column once, with its whole lines; a line without a heading goes on with the one before.
  private static func columns(of text: String) -> [(column: Substring, text: String)] {
    var order: [Substring] = []
    var texts: [Substring: String] = [:]
    var current: Substring = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let end = line.firstRange(of: ": ") { current = line[..<end.lowerBound] }
      if let before = texts[current] {
        texts[current] = before + "\n" + line
      } else {
        order.append(current)
        texts[current] = String(line)
      }
    }
    if text.isEmpty { return [] }
    return order.map { ($0, texts[$0] ?? "") }
  }
}
