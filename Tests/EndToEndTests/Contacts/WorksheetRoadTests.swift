import Foundation
import TestSupport
import Testing

/// The worksheet's road: comb, decide, import, and nobody is asked twice.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct WorksheetRoadTests {
  private static let worksheet = "reports/readers-worksheet.csv"

  /// One row for each kind of question; semicolons, as a European Excel writes them.
  private static let list = """
    name;email;language;member
    Ann;ann@gmial.com;en;GPN
    Bo;bo@yaho.co.jp;en;GPN
    Cy;cy at the office;en;GPN
    Dee;dee at home;en;GPN
    Eve;eve@readers.test;;GPN
    Flo;flo@readers.test;Klingonish;GPN
    Gus;gus@readers.test;en;Gardeners of Ulm
    Suk Kim;suk.kim@kgpn.example;ko;KGPN
    Suk Kim;suk.kim@mail.kgpn.example;ko;KGPN
    Hal Ito;hal.ito@gpn.example;ja;GPN
    Hal Ito;hal.ito@mail.gpn.example;ja;GPN
    Ina Ono;ina.ono@gpn.example;ja;GPN
    Ina Ono;ina.ono@mail.gpn.example;ja;GPN
    Jo;jo@readers.test;en;GPN
    Jo;jo@readers.test;ja;GPN
    Kai;kai@readers.test;en;GPN
    Kai;kai@readers.test;en;KGPN

    """

  /// What a secretary decides, by the list's line.
  private static let decisions = [
    2: "Accept", 3: "keep", 4: "REMOVE", 5: "dee@readers.test", 6: "Japanese", 7: "de", 8: "KGPN",
    10: "accept", 12: "keep", 14: "swap", 16: "Japanese", 18: "accept",
  ]

  private func rows(_ desk: Desk) throws -> [[String]] {
    CSVText.rows(try desk.read(Self.worksheet), separator: ";").filter { $0.count > 1 }
  }

  /// The worksheet with its column filled in.
  private func filled(_ desk: Desk, _ decisions: [Int: String]) throws -> [[String]] {
    let all = try rows(desk)
    let header = try #require(all.first)
    let line = try #require(header.firstIndex(of: "line"))
    let decision = try #require(header.firstIndex(of: "decision"))
    return [header]
      + all.dropFirst().map { row in
        var row = row
        row[decision] = decisions[Int(row[line]) ?? 0] ?? ""
        return row
      }
  }

  /// As a spreadsheet program writes it.
  private func text(_ rows: [[String]], separator: String, bom: Bool) -> String {
    (bom ? "\u{FEFF}" : "")
      + rows.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: separator)
      }.joined(separator: "\r\n") + "\r\n"
  }

  private func desk() throws -> Desk {
    let desk = try Desk.with(Self.list, of: Moment.spring)
    try desk.run("contacts", "comb", "lists/readers.csv", now: Moment.spring)
    return desk
  }

  private static let wanted = [
    "ann@gmail.com | Ann | en | GPN", "bo@yaho.co.jp | Bo | en | GPN",
    "dee@readers.test | Dee | en | GPN", "eve@readers.test | Eve | ja | GPN",
    "flo@readers.test | Flo | de | GPN", "gus@readers.test | Gus | en | KGPN",
    "hal.ito@gpn.example | Hal Ito | ja | GPN", "hal.ito@mail.gpn.example | Hal Ito | ja | GPN",
    "jo@readers.test | Jo | ja | GPN", "suk.kim@kgpn.example | Suk Kim | ko | KGPN",
  ]

  @Test(arguments: ["as it was", "LibreOffice", "tabs"])
  func everyDecisionCountsAndNobodyIsAskedTwice(_ style: String) throws {
    let desk = try desk()
    var rows = try filled(desk, Self.decisions)
    #expect(Set(rows.dropFirst().compactMap { Int($0[0]) }) == Set(Self.decisions.keys), "\(rows)")
    switch style {
    case "LibreOffice":
      // Columns moved and one added, a title above, rows sorted the other way, commas.
      rows = [rows[0]] + rows.dropFirst().reversed()
      rows = rows.map { Array($0.reversed()) + ["my own remark"] }
      let title = ["To do until Friday"] + Array(repeating: "", count: rows[0].count - 1)
      try desk.write(text([title] + rows, separator: ",", bom: false), to: Self.worksheet)
    case "tabs":
      try desk.write(text(rows, separator: "\t", bom: false), to: Self.worksheet)
    default:
      try desk.write(text(rows, separator: ";", bom: true), to: Self.worksheet)
    }
    let told = try desk.run("contacts", "import", Self.worksheet, now: Moment.may).output
    #expect(told.contains("decisions") && told.contains("\(Self.decisions.count)"), "\(told)")
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
      let desk = try desk()
      try desk.write(
        text(filled(desk, [14: decision]), separator: ";", bom: true), to: Self.worksheet)
      try desk.run("contacts", "import", Self.worksheet)
      let ina = try desk.people().filter { $0["name"] == "Ina Ono" }
      #expect(ina.count == 1)
      kept += ina.compactMap { $0["email"] }
    }
    #expect(Set(kept) == ["ina.ono@gpn.example", "ina.ono@mail.gpn.example"])
  }

  @Test func whatIsNotUnderstoodIsToldWithItsLineAndKeptForNextTime() throws {
    let desk = try desk()
    let rows = try filled(desk, [2: "perhaps", 3: "keep", 6: "Elvish"])
    let lines = ["perhaps", "Elvish"].map { word in
      (rows.firstIndex { $0.contains(word) } ?? -1) + 1
    }
    try desk.write(text(rows, separator: ";", bom: true), to: Self.worksheet)
    let told = try desk.run("contacts", "import", Self.worksheet).output
    #expect(told.contains("\(Self.worksheet):\(lines[0]): “perhaps” is not understood"), "\(told)")
    #expect(told.contains("\(Self.worksheet):\(lines[1]): “Elvish” is not understood"), "\(told)")
    #expect(told.contains("you can write: accept"), "\(told)")
    #expect(try desk.person("bo@yaho.co.jp") != nil, "the others count all the same")
    let next = try self.rows(desk)
    #expect(next.contains { $0.contains("perhaps") } && next.contains { $0.contains("Elvish") })
    let strict = try desk.run("contacts", "import", Self.worksheet, "--strict", status: nil)
    expectFailure(strict, 65, saying: ["\(Self.worksheet):", "is not understood"])
  }

  @Test func aDecisionForALineThatChangedIsNotTakenOver() throws {
    let desk = try desk()
    try desk.write(
      text(filled(desk, [2: "accept", 4: "remove"]), separator: ";", bom: true), to: Self.worksheet)
    try desk.edit("lists/readers.csv", "Cy;cy at the office", "Cy;cy@readers.test")
    let told = try desk.run("contacts", "import", Self.worksheet, "--all").output
    #expect(
      told.contains("lists/readers.csv has no line 4 cy at the office any more: “remove” was not"),
      "\(told)")
    #expect(try desk.person("cy@readers.test") != nil && desk.person("ann@gmail.com") != nil)
  }
}
