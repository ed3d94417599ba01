import Foundation
import TestSupport
import Testing

/// The worksheet's road: comb, decide, import, and nobody is asked twice.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct WorksheetRoadTests {
  private static let wanted = [
    "ann@gmail.com | Ann | en | GPN", "bo@yaho.co.jp | Bo | en | GPN",
    "dee@readers.test | Dee | en | GPN", "eve@readers.test | Eve | ja | GPN",
    "flo@readers.test | Flo | de | GPN", "gus@readers.test | Gus | en | KGPN",
    "hal.ito@gpn.example | Hal Ito | ja | GPN", "hal.ito@mail.gpn.example | Hal Ito | ja | GPN",
    "jo@readers.test | Jo | ja | GPN", "suk.kim@kgpn.example | Suk Kim | ko | KGPN",
  ]

  @Test(arguments: ["as it was", "LibreOffice", "tabs", "xlsx", "ods"])
  func everyDecisionCountsAndNobodyIsAskedTwice(_ style: String) throws {
    let desk = try FilledWorksheet.desk()
    var rows = try FilledWorksheet.filled(desk, FilledWorksheet.decisions)
    #expect(
      Set(rows.dropFirst().compactMap { Int($0[0]) }) == Set(FilledWorksheet.decisions.keys),
      "\(rows)")
    var file = FilledWorksheet.path
    switch style {
    case "LibreOffice":
      // Columns moved and one added, a title above, rows sorted the other way, commas.
      rows = [rows[0]] + rows.dropFirst().reversed()
      rows = rows.map { Array($0.reversed()) + ["my own remark"] }
      let title = ["To do until Friday"] + Array(repeating: "", count: rows[0].count - 1)
      try desk.write(
        FilledWorksheet.text([title] + rows, separator: ",", bom: false), to: FilledWorksheet.path)
    case "xlsx", "ods":
      file = "reports/readers-worksheet.\(style)"
      try Workbooks.write(rows, to: desk.path(of: file))
    case "tabs":
      try desk.write(
        FilledWorksheet.text(rows, separator: "\t", bom: false), to: FilledWorksheet.path)
    default:
      try desk.write(
        FilledWorksheet.text(rows, separator: ";", bom: true), to: FilledWorksheet.path)
    }
    let told = try desk.run("contacts", "import", file, now: Moment.may).output
    #expect(
      told.contains("decisions") && told.contains("\(FilledWorksheet.decisions.count)"), "\(told)")
    #expect(!told.contains("not understood") && !told.contains("not taken over"), "\(told)")
    try expectDecided(desk)

    let combed = try desk.json("contacts", "comb", "lists/readers.csv", now: Moment.morning)
    #expect(combed[0]["questions"] == "0" && combed[0]["worksheet"] == "null", "\(combed)")
    #expect(!desk.names(in: "reports").contains("readers-worksheet.csv"))
    let again = try desk.imported(now: Moment.morning)
    #expect(again["changed"] == "0" && again["new"] == "0" && again["suspect"] == "0", "\(again)")
    try expectDecided(desk)
  }

  private func expectDecided(_ desk: Desk) throws {
    let people = try desk.people().map { row in
      ["email", "name", "language", "member"].map { row[$0] ?? "" }.joined(separator: " | ")
    }
    for person in Self.wanted { #expect(people.contains(person), "\(person) in \(people)") }
    #expect(!people.contains { $0.contains("Cy") }, "removed")
    #expect(!people.contains { $0.contains("suk.kim@mail") }, "one person, the other line")
    let ina = people.filter { $0.contains("Ina Ono") }
    #expect(ina.count == 1, "one person, swapped: \(ina)")
    #expect(people.count { $0.contains("kai@readers.test") } == 1)
  }

  @Test func swapKeepsTheLineThatWasNotProposed() throws {
    var kept: [String] = []
    for decision in ["accept", "swap"] {
      let desk = try FilledWorksheet.desk()
      try desk.write(
        FilledWorksheet.text(
          FilledWorksheet.filled(desk, [14: decision]), separator: ";", bom: true),
        to: FilledWorksheet.path)
      try desk.run("contacts", "import", FilledWorksheet.path)
      let ina = try desk.people().filter { $0["name"] == "Ina Ono" }
      #expect(ina.count == 1)
      kept += ina.compactMap { $0["email"] }
    }
    #expect(Set(kept) == ["ina.ono@gpn.example", "ina.ono@mail.gpn.example"])
  }

  @Test(arguments: ["accept", "swap"])
  func whoWasImportedBeforeGoesByDecision(_ decision: String) throws {
    let desk = try FilledWorksheet.desk()
    try desk.run("contacts", "import", "lists/readers.csv")
    try desk.write(
      FilledWorksheet.text(
        FilledWorksheet.filled(desk, [14: decision]), separator: ";", bom: true),
      to: FilledWorksheet.path)
    let before = try desk.snapshot()
    let plan = try desk.run("contacts", "import", FilledWorksheet.path, "--dry-run").output
    #expect(plan.contains("taken off") && plan.contains("as you decided: Ina Ono"), "\(plan)")
    #expect(try desk.snapshot() == before)
    try desk.run("contacts", "import", FilledWorksheet.path)
    let ina = try desk.people().filter { $0["name"] == "Ina Ono" }
    #expect(ina.count == 2 && ina.count { $0["state"] == "confirmed" } == 1, "\(ina)")
    let again = try desk.run("contacts", "import", "lists/readers.csv", "--json").output
    #expect(again.contains("\"added\":0") && again.contains("\"missing\":0"), "\(again)")
  }

  /// Old addresses of Japanese carriers have such dots; mail takes them in quotation marks.
  @Test func dotsOnPurposeAreKept() throws {
    let desk = try FilledWorksheet.desk()
    try desk.edit("lists/readers.csv", "ann@gmial.com", "ann..a@readers.test")
    try desk.run("contacts", "comb", "lists/readers.csv")
    try desk.write(
      FilledWorksheet.text(FilledWorksheet.filled(desk, [2: "keep"]), separator: ";", bom: true),
      to: FilledWorksheet.path)
    try desk.run("contacts", "import", FilledWorksheet.path)
    #expect(try desk.person("\"ann..a\"@readers.test") != nil)
    let export = try desk.run("contacts", "list")
    try desk.write(bytes: export.outputBytes, to: "lists/readers.csv")
    let again = try desk.run("contacts", "import", "lists/readers.csv", "--json").output
    #expect(again.contains("\"missing\":0") && again.contains("\"added\":0"), "\(again)")
  }

  @Test func whatIsNotUnderstoodIsToldWithItsLineAndKeptForNextTime() throws {
    let desk = try FilledWorksheet.desk()
    let rows = try FilledWorksheet.filled(desk, [2: "perhaps", 3: "keep", 6: "Elvish"])
    let lines = ["perhaps", "Elvish"].map { word in
      (rows.firstIndex { $0.contains(word) } ?? -1) + 1
    }
    try desk.write(FilledWorksheet.text(rows, separator: ";", bom: true), to: FilledWorksheet.path)
    let told = try desk.run("contacts", "import", FilledWorksheet.path).output
    #expect(
      told.contains("\(FilledWorksheet.path):\(lines[0]): “perhaps” is not understood"), "\(told)")
    #expect(
      told.contains("\(FilledWorksheet.path):\(lines[1]): “Elvish” is not understood"), "\(told)")
    #expect(told.contains("you can write: accept"), "\(told)")
    #expect(try desk.person("bo@yaho.co.jp") != nil, "the others count all the same")
    let next = try FilledWorksheet.rows(desk)
    #expect(next.contains { $0.contains("perhaps") } && next.contains { $0.contains("Elvish") })
    let strict = try desk.run("contacts", "import", FilledWorksheet.path, "--strict", status: nil)
    expectFailure(strict, 65, saying: ["\(FilledWorksheet.path):", "is not understood"])
  }

  @Test func aDecisionForALineThatChangedIsNotTakenOver() throws {
    let desk = try FilledWorksheet.desk()
    try desk.write(
      FilledWorksheet.text(
        FilledWorksheet.filled(desk, [2: "accept", 4: "remove"]), separator: ";", bom: true),
      to: FilledWorksheet.path)
    try desk.edit("lists/readers.csv", "Cy;cy at the office", "Cy;cy@readers.test")
    let told = try desk.run("contacts", "import", FilledWorksheet.path, "--all").output
    #expect(
      told.contains("lists/readers.csv has no line 4 cy at the office any more: “remove” was not"),
      "\(told)")
    #expect(try desk.person("cy@readers.test") != nil && desk.person("ann@gmail.com") != nil)
  }
}
