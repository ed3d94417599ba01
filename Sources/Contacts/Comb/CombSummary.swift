import Mail

/// What `contacts comb` tells: the result as a sentence, the figures, what to do next.
package struct CombSummary: Sendable {
  private let result: CombResult
  private let width: Int

  /// Prepares the summary for a terminal of so many columns.
  package init(_ result: CombResult, width: Int = 100) {
    self.result = result
    self.width = max(width, 40)
  }

  /// At most 24 lines, or one per finding with `all`; `worksheet` is its path, where one was written.
  package func text(worksheet: String?, all: Bool = false) -> String {
    var lines = [sentence]
    let figures = figures(all: all)
    if !figures.isEmpty { lines += [""] + figures }
    if let worksheet {
      lines += [
        "",
        """
        Worksheet: \(worksheet) (fill in the column “decision”, then: solstice contacts import \
        \(worksheet))
        """,
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var sentence: String {
    let ready = result.contacts.count
    let undecided = result.undecided.count
    let unusable = result.unusable.count
    var parts = [
      "\(result.rows) \(result.rows == 1 ? "row" : "rows")",
      "\(ready) \(ready == 1 ? "contact" : "contacts") can be mailed",
    ]
    if undecided > 0 { parts.append("\(undecided) \(undecided == 1 ? "needs" : "need") you") }
    if unusable > 0 {
      parts.append("\(unusable) \(unusable == 1 ? "is not an address" : "are not addresses")")
    }
    return "Combed \(result.file): \(parts.joined(separator: ", "))."
  }

  private func figures(all: Bool) -> [String] {
    let repairs = result.repairCounts.map { "\($0.repair.title) \($0.count)" }
    let rows: [(label: String, count: Int, items: [String], separator: String)] = [
      ("repaired", result.repaired.count, repairs, " · "),
      ("suspect", result.undecided.count, result.undecided.map(Self.doubt), " · "),
      ("unusable", result.unusable.count, result.unusable.map(Self.refusal), " · "),
      ("duplicates", repetitions, duplicateItems(all: all), all ? " · " : ", "),
      (
        "offices", result.roleAccounts.count, result.roleAccounts.map(\.address.description),
        " · "
      ),
      ("no language", result.withoutLanguage.count, result.withoutLanguage.map(Self.who), " · "),
      ("no member", result.withoutMember.count, result.withoutMember.map(Self.who), " · "),
    ]
    return rows.filter { $0.count > 0 }.flatMap { row -> [String] in
      let number = String(row.count)
      let gap = String(repeating: " ", count: max(1, 15 - row.label.count - number.count))
      let head = "  \(row.label)\(gap)\(number)   "
      guard all else {
        return [head + fitted(row.items, row.separator, DisplayWidth.of(head))]
      }
      let indent = String(repeating: " ", count: DisplayWidth.of(head))
      return row.items.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element }
    }
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

  private static func doubt(_ entry: CombEntry) -> String {
    let place = "line \(entry.line) \(visible(entry.written))"
    guard let meant = entry.verdict.suggestion else { return "\(place), \(entry.verdict.reason)" }
    let parts = meant.split(separator: "@", maxSplits: 1)
    let sameName = parts.count == 2 && entry.written.hasPrefix("\(parts[0])@")
    return "\(place), perhaps \(sameName ? String(parts[1]) : meant)"
  }

  private static func refusal(_ entry: CombEntry) -> String {
    entry.written.isEmpty
      ? "line \(entry.line) no address" : "line \(entry.line) “\(visible(entry.written))”"
  }

  private static func who(_ contact: Contact) -> String {
    contact.name.isEmpty ? contact.address.description : contact.name
  }

  /// Outside text on one line, without characters that move a terminal's cursor.
  private static func visible(_ text: String) -> String {
    let clean = text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "·"
      default: Character(scalar)
      }
    }
    return DisplayWidth.cut(String(clean), to: 48)
  }

  private var repetitions: Int { result.duplicates.reduce(0) { $0 + $1.lines.count - 1 } }

  private func duplicateItems(all: Bool) -> [String] {
    if all {
      return result.duplicates.map { duplicate in
        let lines = duplicate.lines.map(String.init).joined(separator: ", ")
        return "lines \(lines): \(Self.visible(duplicate.what)) (\(Self.title(duplicate.kind)))"
      }
    }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for duplicate in result.duplicates {
      let member = duplicate.member.map { "of \(Self.visible($0))" } ?? "without a member"
      if counts[member] == nil { order.append(member) }
      counts[member, default: 0] += duplicate.lines.count - 1
    }
    let sorted = order.sorted { counts[$0, default: 0] > counts[$1, default: 0] }
    return sorted.map { "\(Self.word(counts[$0, default: 0])) \($0)" }
  }

  private static func title(_ kind: Duplicate.Kind) -> String {
    switch kind {
    case .mailbox: "same mailbox, one letter"
    case .alias: "same mailbox at this provider"
    case .person: "same name and member"
    }
  }

  private static func word(_ count: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count < words.count ? words[count] : String(count)
  }
}
