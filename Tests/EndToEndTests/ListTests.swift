import Foundation
import TestSupport
import Testing

/// Lists in and out, and the commands that need no workspace.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ListTests {
  @Test func importingTwiceChangesNothing() throws {
    let desk = try Desk(sample: true)
    for list in ["members", "council"] { try desk.run("contacts", "import", "lists/\(list).csv") }
    let before = try desk.run("contacts", "list", "--format", "csv").output
    for list in ["council", "members"] {
      let again = try desk.run("contacts", "import", "lists/\(list).csv").output
      #expect(again.contains("0 new, 0 changed"), "\(again)")
    }
    #expect(try desk.run("contacts", "list", "--format", "csv").output == before)
  }

  @Test(arguments: ["members", "council"])
  func importingAnExportChangesNobody(_ list: String) throws {
    let desk = try Desk(sample: true)
    try desk.run("contacts", "import", "lists/\(list).csv")
    let before = try desk.run("contacts", "list", "--format", "csv")
    try desk.write(bytes: before.outputBytes, to: "lists/\(list).csv")
    let again = try desk.run("contacts", "import", "lists/\(list).csv").output
    #expect(again.contains("0 new, 0 changed"), "\(again)")
    let after = try desk.run("contacts", "list", "--format", "csv")
    #expect(after.output == before.output)
  }

  @Test func anExportMakesTheSamePeopleElsewhere() throws {
    let desk = try Desk(sample: true)
    try desk.run("contacts", "import", "lists/members.csv")
    let first = try desk.run("contacts", "list", "--format", "csv")
    let other = try Desk(sample: true)
    try other.write(bytes: first.outputBytes, to: "lists/members.csv")
    try other.run("contacts", "import", "lists/members.csv")
    let second = try other.run("contacts", "list", "--format", "csv")
    #expect(second.output == first.output)
  }

  @Test func listsAsJSONTellTheSame() throws {
    let desk = try Desk(sample: true)
    try desk.run("contacts", "import", "lists/members.csv")
    let table = CSVText.table(try desk.run("contacts", "list", "--format", "csv").output)
    let lines = try desk.run("contacts", "list", "--format", "jsonl").output.split(separator: "\n")
    #expect(lines.count == table.count && table.count > 50)
    for (line, row) in zip(lines, table) {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(value?["email"] as? String == row["email"])
    }
  }

  @Test func checkNeedsNoWorkspace() throws {
    let folder = try TemporaryFolder(named: "bare")
    let input = "ann@example.org\n Bo@Example.ORG \nsuk@gmial.com\nno address\n\ncy@example.org"
    let result = try SolsticeBinary.program(home: folder).run(
      ["contacts", "check", "--format", "tsv"], stdin: input, folder: folder.path
    ).expecting()
    let rows = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.count == 7 && rows[6] == [""], "one line for each, in order")
    #expect(rows.dropLast().allSatisfy { $0.count == 4 })
    #expect(rows.dropLast().map { $0[0] } == input.components(separatedBy: "\n"))
    #expect(rows.dropLast().map { $0[1] } == ["ok", "fixed", "suspect", "bad", "bad", "ok"])
    #expect(rows[2][3] == "suk@gmail.com" && rows[5][3] == "cy@example.org")
    #expect(result.errors == "")
  }

  @Test func classifyNeedsNoWorkspace() throws {
    let folder = try TemporaryFolder(named: "bare")
    let report = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.test
      To: office@example.org
      Subject: Undelivered Mail Returned to Sender
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      Sorry.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.test

      Final-Recipient: rfc822; gone@example.org
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 User unknown

      --b--
      """
    let files = [
      try folder.write(report, to: "report.eml"),
      try folder.write("From: a@example.org\nSubject: hello\n\nHello.\n", to: "letter.eml"),
      try folder.write("", to: "empty.eml"),
    ]
    let program = try SolsticeBinary.program(home: folder)
    let result = try program.run(
      ["bounces", "classify", "--format", "jsonl"] + files, folder: folder.path
    ).expecting()
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(
      Set(first?.keys.map { $0 } ?? []) == [
        "file", "recipient", "kind", "permanence", "status", "reason", "diagnosis",
      ])
    #expect(first?["recipient"] as? String == "gone@example.org")
    #expect(first?["kind"] as? String == "bounce" && first?["permanence"] as? String == "permanent")
    #expect(first?["reason"] as? String == "user-unknown" && first?["status"] as? String == "5.1.1")
    #expect(lines[1].contains("\"not-a-bounce\"") && lines[1].contains("\"permanence\":null"))
    let missing = try program.run(["bounces", "classify", folder.path(of: "none.eml")])
    expectFailure(missing, 66, saying: ["none.eml"])
  }

  @Test func typedDecisionsOutliveCombingAndImportingAgain() throws {
    let desk = try Desk(sample: true)
    try desk.run("contacts", "comb", "lists/members.csv")
    let name = "reports/members-worksheet.csv"
    // As a spreadsheet would: “accept” for each suspect line, nothing else touched.
    let lines = try desk.read(name).split(separator: "\r\n", omittingEmptySubsequences: false)
    let filled = lines.map {
      $0.contains("This address looks wrong")
        ? String($0.replacing(";;address", with: ";accept;address")) : String($0)
    }
    let accepted = filled.count { $0.hasSuffix(";accept;address") }
    #expect(accepted > 0)
    try desk.write(filled.joined(separator: "\r\n"), to: name)
    try desk.run("contacts", "comb", "lists/members.csv")
    try desk.run("contacts", "import", "lists/members.csv")
    let kept = try desk.read(name).components(separatedBy: ";accept;address\r\n").count - 1
    #expect(kept == accepted)

    // Under a browser's name for a copy, it is still the worksheet of that list.
    let copy = "reports/members-worksheet (1).csv"
    try desk.write(desk.read(name), to: copy)
    let output = try desk.run("contacts", "import", copy).output
    #expect(output.contains("decisions") && output.contains("\(accepted)"), "\(output)")
    #expect(try !desk.run("contacts", "comb", "lists/members.csv").output.contains("need you"))
  }

  @Test(
    arguments: [
      ("solstice.yml", 65, "no list"), ("lists", 66, "is a folder"),
      ("reports/filled.csv", 65, "is a worksheet"),
    ] as [(String, Int32, String)])
  func whatIsNoListIsNotImported(file: String, status: Int32, words: String) throws {
    let desk = try Desk.small()
    try desk.write(
      "line,name,member,address,what we ask,suggestion,what you can write,decision,question\r\n"
        + "2,A,,a@b.test,x,y,z,,address\r\n",
      to: "reports/filled.csv")
    let before = try desk.snapshot()
    let result = try desk.run("contacts", "import", file, status: nil)
    expectFailure(result, status, saying: [file, words])
    #expect(try desk.snapshot() == before)
  }
}
