import Foundation
import Mail

/// What `contacts lists` tells.
package struct ListsView: Sendable {
  private let lists: [RuleFiles.Line]

  package init(_ lists: [RuleFiles.Line]) {
    self.lists = lists
  }

  package var text: String {
    guard !lists.isEmpty else {
      return "There is no list yet. Import one: solstice contacts import lists/FILE.csv"
    }
    var columns = Columns(figures: [1, 2])
    columns.add("list", "on it", "left", "from")
    for list in lists {
      columns.add(
        list.name, String(list.confirmed), String(list.left),
        list.rule.map { "\(list.source): \($0)" } ?? list.source)
    }
    let count = lists.count == 1 ? "One list" : "\(lists.count) lists"
    return "\(count).\n\n\(columns.text)"
  }

  package var json: String {
    lists.map { list in
      "{"
        + [
          JSONText.field("list", list.name), JSONText.field("source", list.source),
          JSONText.field("rule", list.rule), JSONText.field("confirmed", list.confirmed),
          JSONText.field("left", list.left),
          JSONText.field("imported", list.imported.formatted(.iso8601)),
        ].joined(separator: ",") + "}"
    }.joined(separator: "\n")
  }
}
