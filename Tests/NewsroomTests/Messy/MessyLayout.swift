import Foundation
import TestSupport

extension MessySheet {
  /// How the columns stand and what the program that saved it does.
  struct Layout {
    let separator: String
    private let columns: [Column]
    private let lineEnd: String
    private let quotesAll: Bool
    private let title: String?
    private let trailing: Int
    private let dropsEnds: Bool

    private struct Column {
      let heading: String
      let cell: @Sendable (Row) -> String
    }

    init(script: MessyScript, random: inout SeededGenerator) {
      let words = script.headings
      var columns = [
        Column(heading: words.name) { $0.name }, Column(heading: words.email) { $0.email },
        Column(heading: words.language) { $0.language },
        Column(heading: words.member) { $0.member },
        Column(heading: words.notes) { $0.remarks }, Column(heading: "Tel.") { $0.phone },
      ]
      columns.shuffle(using: &random)
      self.columns = columns
      separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      lineEnd = ["\r\n", "\n", "\r"].randomElement(using: &random) ?? "\n"
      quotesAll = Int.random(in: 0..<4, using: &random) == 0
      title = Int.random(in: 0..<5, using: &random) == 0 ? "List of 2019" : nil
      trailing = Int.random(in: 0..<4, using: &random) == 0 ? 3 : 0
      dropsEnds = Bool.random(using: &random)
    }

    func text(_ rows: [Row], random: inout SeededGenerator) -> String {
      var lines: [String] = []
      if let title { lines.append(title) }
      lines.append(line(columns.map(\.heading)))
      for row in rows {
        if Int.random(in: 0..<8, using: &random) == 0 { lines.append("") }
        lines.append(line(columns.map { $0.cell(row) }))
      }
      return lines.joined(separator: lineEnd) + (Bool.random(using: &random) ? lineEnd : "")
    }

    private func line(_ cells: [String]) -> String {
      var cells = cells + Array(repeating: "", count: trailing)
      if dropsEnds { while cells.count > 2, cells.last?.isEmpty == true { cells.removeLast() } }
      return cells.map(quoted).joined(separator: separator)
    }

    private func quoted(_ cell: String) -> String {
      let special = [separator, "\"", "\n", "\r"]
      guard quotesAll || special.contains(where: cell.contains) else { return cell }
      return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
  }
}
