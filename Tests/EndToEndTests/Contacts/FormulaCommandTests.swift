import Foundation
import TestSupport
import Testing

/// Cells that a spreadsheet would run: guarded in whatever we write, and the same when they return.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct FormulaCommandTests {
  private static let cells = [
    "=cmd|' /C calc'!A0", "+81 00-0000-0102", "-1+1", "@SUM(A1)", "＝HYPERLINK(\"http://x.test\")",
    "'=quoted already", "''+twice", "'tis plain", "a=b",
  ]

  private static let dangerous = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  private static var list: String {
    let rows = cells.enumerated().map { index, cell in
      let quoted = "\"\(cell.replacing("\"", with: "\"\""))\""
      // Cells of the list itself have no guard: they come from people.
      return "\(quoted),reader\(index)@readers.test,,\(quoted),\(quoted)"
    }
    return (["name,email,language,member,notes"] + rows).joined(separator: "\n")
      + "\n=SUM(1),no address,,=1+1,\n+Bo,bo@gmial.com,,-2,\n@Cy, cy＠readers．test,,@x,\n"
  }

  private func expectGuarded(
    _ text: String, separator: Unicode.Scalar = ",", location: SourceLocation = #_sourceLocation
  ) {
    let rows = CSVText.rows(text, separator: separator)
    #expect(rows.count > 1, sourceLocation: location)
    for cell in rows.joined() {
      let first = cell.unicodeScalars.first
      #expect(
        first.map { !Self.dangerous.contains($0) } ?? true, "\(cell)", sourceLocation: location)
    }
  }

  @Test func theListIsGuardedAndComesBackTheSame() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.imported(now: Moment.spring)
    let first = try desk.run("contacts", "list", "--format", "csv")
    expectGuarded(first.output)
    #expect(first.output.contains("'=cmd|' /C calc'!A0"))
    let other = try Desk.with("email\n", of: Moment.spring)
    try other.write(bytes: first.outputBytes, to: "lists/readers.csv")
    try other.imported(now: Moment.may)
    #expect(try other.run("contacts", "list", "--format", "csv").output == first.output)
    // As JSON there is nothing to guard: the names are as people wrote them.
    let json = try desk.run("contacts", "list", "--format", "jsonl").output
    #expect(json.contains(#""name":"+81 00-0000-0102""#), "\(json)")
  }

  @Test func whatCombingWritesIsGuardedAndItsDecisionsFit() throws {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.run("contacts", "comb", "lists/readers.csv")
    #expect(desk.names(in: "reports") == ["readers-repairs.csv", "readers-worksheet.csv"])
    for name in desk.names(in: "reports") { expectGuarded(try desk.read("reports/" + name)) }
    var rows = CSVText.rows(try desk.read("reports/readers-worksheet.csv"))
    let decision = try #require(rows[0].firstIndex(of: "decision"))
    let question = try #require(rows[0].firstIndex(of: "question"))
    for index in rows.indices.dropFirst() {
      rows[index][decision] = rows[index][question] == "address" ? "remove" : "keep"
      if rows[index][question] == "language" { rows[index][decision] = "en" }
    }
    let filled = rows.map { row in
      row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }.joined(separator: "\r\n")
    try desk.write(filled, to: "reports/readers-worksheet.csv")
    let told = try desk.run("contacts", "import", "reports/readers-worksheet.csv").output
    #expect(!told.contains("not taken over") && !told.contains("not understood"), "\(told)")
    #expect(try desk.json("contacts", "comb", "lists/readers.csv")[0]["questions"] == "0")
  }

  @Test func lettersAndTheBounceLogAreGuarded() throws {
    let desk = try Desk.with("name,email\nAnn,ann@readers.test\n", of: Moment.spring)
    try desk.imported(now: Moment.spring)
    try desk.run("compose", "2019-H1", now: Moment.may)
    try desk.run("approve", "2019-H1", "--by", "Ada", now: Moment.may)
    let catcher = try CatcherProgram(
      desk,
      script: """
        {"rules": [{"recipient": "ann@readers.test", "report": "5.1.1", "after": 10,
          "diagnosis": "=cmd|' /C calc'!A0"}]}
        """, reports: desk.path(of: "mail/inbox"), now: Moment.may)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.may)
    #expect(waitUntil { !desk.names(in: "mail/inbox/new").isEmpty })
    try desk.run("inbox", "read", now: Moment.morning)
    let log = try desk.run("bounces", "log", "--format", "csv").output
    #expect(log.contains("cmd|"), "\(log)")
    expectGuarded(log)
    expectGuarded(try desk.run("deliveries", "2019-H1", "--format", "csv").output)
  }
}
