import Composer
import Mail

/// What `checks` tells: every check with what to do about it.
package struct CheckListView: Sendable {
  private let rules = CheckRule.all

  package init() {}

  package var text: String {
    var columns = Columns()
    for rule in rules { columns.add(rule.code, Self.level(rule), rule.title) }
    let rows = columns.text.split(separator: "\n")
    let lines = zip(rows, rules).flatMap { row, rule in [String(row), "      \(rule.advice)"] }
    let finals = rules.count { $0.isFinal }
    return """
      \(rules.count) checks judge every letter. An error stops its approval; approve --allow CODE \
      accepts it in your name, but not the \(finals) final ones. A warning stops nothing.


      """ + lines.joined(separator: "\n")
  }

  package var json: String {
    let checks = rules.map { rule in
      "{"
        + [
          JSONText.field("code", rule.code), JSONText.field("level", rule.level.rawValue),
          "\"allowable\":\(rule.isAllowable)", JSONText.field("title", rule.title),
          JSONText.field("advice", rule.advice),
        ].joined(separator: ",") + "}"
    }
    return "{\"checks\":[\(checks.joined(separator: ","))]}"
  }

  private static func level(_ rule: CheckRule) -> String {
    rule.isFinal ? "error, final" : rule.level.rawValue
  }
}
