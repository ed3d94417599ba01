import Mail

/// Rows of a label, a figure and as many items as the line takes.
enum FigureRows {
  struct Row {
    let label: String
    let count: Int
    var items: [String] = []
    /// What is done about them, before the items.
    var remark = ""
  }

  /// One line for each row, or one for each item with `all`.
  static func lines(_ rows: [Row], width: Int, all: Bool) -> [String] {
    let labels = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
    let figures = rows.map { String($0.count).count }.max() ?? 1
    return rows.flatMap { row -> [String] in
      let number = String(row.count)
      let gap = String(
        repeating: " ",
        count: labels - DisplayWidth.of(row.label) + 2 + figures - number.count)
      let head = "  \(row.label)\(gap)\(number)   "
      let indent = String(repeating: " ", count: DisplayWidth.of(head))
      var items = row.items
      if items.isEmpty { return [row.remark.isEmpty ? head.trimmedEnd : head + row.remark] }
      guard all else {
        let start = head + (row.remark.isEmpty ? "" : row.remark + ": ")
        return [start + fitted(items, width: width - DisplayWidth.of(start))]
      }
      if items.count < row.count { items.append("and \(row.count - items.count) more") }
      if !row.remark.isEmpty { items.insert(row.remark + ":", at: 0) }
      return items.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element }
    }
  }

  /// As many items as fit; an ellipsis stands for the rest.
  static func fitted(_ items: [String], separator: String = " · ", width: Int) -> String {
    var text = ""
    for (index, item) in items.enumerated() {
      let longer = text.isEmpty ? item : text + separator + item
      let more = index + 1 < items.count ? 2 : 0
      if DisplayWidth.of(longer) + more > width {
        return text.isEmpty ? DisplayWidth.cut(item, to: max(8, width)) : text + " …"
      }
      text = longer
    }
    return text
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
