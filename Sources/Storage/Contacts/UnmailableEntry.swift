import GRDB

/// A line of a list that needs a person before it can be mailed.
package struct UnmailableEntry: Sendable, Hashable {
  package let list: String
  package let source: String
  package let line: Int
  package let written: String
  package let verdict: String
  package let code: String
  package let reason: String
  package let suggestion: String?
  package let member: String?
  package let name: String

  init(row: Row) {
    list = row["list"]
    source = row["source"]
    line = row["line"]
    written = row["written"]
    verdict = row["verdict"]
    code = row["code"]
    reason = row["reason"]
    suggestion = row["suggestion"]
    member = row["member"]
    name = row["name"]
  }
}
