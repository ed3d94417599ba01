import Mail

/// What `contacts comb` tells: the result as a sentence, the figures, what to do next.
package struct CombSummary: Sendable {
  private let figures: CombFigures
  private let width: Int

  /// Prepares the summary for a terminal of so many columns.
  package init(_ figures: CombFigures, width: Int = 100) {
    self.figures = figures
    self.width = max(width, 40)
  }

  /// At most 24 lines, or one per finding with `all`.
  ///
  /// - Parameters:
  ///   - worksheet: Its path, where there is a question.
  ///   - repairs: The path of the table of repairs, where there is one.
  ///   - all: Whether to show every finding that was kept.
  /// - Returns: The text, with a line end.
  package func text(worksheet: String?, repairs: String? = nil, all: Bool = false) -> String {
    var lines = [sentence]
    let rows = rows(all: all)
    if !rows.isEmpty { lines += [""] + rows }
    if worksheet != nil || repairs != nil { lines.append("") }
    if let worksheet {
      lines.append(
        """
        Worksheet: \(worksheet) (fill in the column “decision”, then: solstice contacts import \
        \(worksheet))
        """)
    }
    if let repairs {
      lines.append("Repairs: \(repairs) (what was written, and what it is now; nothing to do)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var sentence: String {
    let undecided = figures[.suspect]
    let unusable = figures[.unusable]
    var parts = [
      "\(figures.rows) \(figures.rows == 1 ? "row" : "rows")",
      "\(figures.mailable) \(figures.mailable == 1 ? "contact" : "contacts") can be mailed",
    ]
    if undecided > 0 { parts.append("\(undecided) \(undecided == 1 ? "needs" : "need") you") }
    if unusable > 0 {
      parts.append("\(unusable) \(unusable == 1 ? "is not an address" : "are not addresses")")
    }
    return "Combed \(figures.file): \(parts.joined(separator: ", "))."
  }

  private struct Row {
    let label: String
    let count: Int
    let items: [String]
    var separator = " · "
  }

  private func rows(all: Bool) -> [String] {
    var rows = CombTopic.allCases.map { topic in
      let items = figures.examples[topic] ?? []
      switch topic {
      case .repaired:
        let repairs = figures.repairCounts.map { "\($0.repair.title) \($0.count)" }
        return Row(label: topic.rawValue, count: figures[topic], items: repairs)
      case .duplicates where !all:
        return Row(
          label: topic.rawValue, count: figures[topic], items: duplicates, separator: ", ")
      default: return Row(label: topic.rawValue, count: figures[topic], items: items)
      }
    }
    rows.append(
      Row(label: "not taken over", count: figures.unfitCount, items: figures.unfit.map(Self.told)))
    rows.append(
      Row(label: "remarks", count: figures.remarks.count, items: figures.remarks.map(Self.told)))
    rows.removeAll { $0.count <= 0 }
    let head = rows.reduce(15) { max($0, $1.label.count + 1 + String($1.count).count) }
    return rows.flatMap { lines($0, head: head, all: all) }
  }

  private func lines(_ row: Row, head: Int, all: Bool) -> [String] {
    let number = String(row.count)
    let gap = String(repeating: " ", count: head - row.label.count - number.count)
    let start = "  \(row.label)\(gap)\(number)   "
    guard all else { return [start + fitted(row.items, row.separator, start.count)] }
    let indent = String(repeating: " ", count: start.count)
    var items = row.items
    // Repairs are told by kind, so that fewer items than findings are all of them.
    if row.label != CombTopic.repaired.rawValue, items.count < row.count {
      items.append("and \(row.count - items.count) more")
    }
    return items.enumerated().map { ($0.offset == 0 ? start : indent) + $0.element }
  }

  /// As many items as the line takes; an ellipsis stands for the rest.
  private func fitted(_ items: [String], _ separator: String, _ used: Int) -> String {
    var text = ""
    for (index, item) in items.enumerated() {
      let longer = text.isEmpty ? item : text + separator + item
      let more = index + 1 < items.count ? 2 : 0
      if used + DisplayWidth.of(longer) + more > width {
        let start = text.isEmpty ? DisplayWidth.cut(item, to: width - used - 2) : text
        return start + " …"
      }
      text = longer
    }
    return text
  }

  /// “two of KGPN”, most often first, then by name.
  private var duplicates: [String] {
    figures.duplicatesByMember.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      let member = $0.key.isEmpty ? "without a member" : "of \(VisibleText.of($0.key))"
      return "\(Self.word($0.value)) \(member)"
    }
  }

  private static func told(_ remark: SheetRemark) -> String {
    guard let line = remark.line else { return remark.text }
    let column = remark.column.map { ":\($0)" } ?? ""
    return "line \(line)\(column) \(remark.text)"
  }

  private static func word(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : String(count)
  }
}
