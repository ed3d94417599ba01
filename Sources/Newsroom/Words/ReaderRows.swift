/// Rows that tell for whom something was approved: a list, its readers, their languages.
enum ReaderRows {
  static func lines(lists: [String: [String: Int]], languages: [String: Int]) -> [String] {
    var columns = Columns(figures: [1])
    for (list, readers) in lists.sorted(by: { $0.key < $1.key }) {
      columns.add(list, String(readers.values.reduce(0, +)), text(readers))
    }
    if lists.count > 1 {
      columns.add("together", String(languages.values.reduce(0, +)), text(languages))
    }
    let text = columns.text
    return text.isEmpty ? [] : [text]
  }

  /// "en 12 · ja 4", the largest first.
  static func text(_ languages: [String: Int]) -> String {
    languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: " · ")
  }
}
