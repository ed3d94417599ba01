import ContactsSupport
import TestSupport
import Testing

@testable import Contacts

/// Exporting and importing again changes nothing.
struct RoundTripTests {
  @Test(arguments: [
    "=1+1", "+81 3 0000 0000", "-x", "@suk", "\tx", "\rx", "'=x", "''=x", "'x", "''", "'", "", "x",
    "＝1", "＋81", "－", "＠", "=HYPERLINK(\"http://x\",\"y\")", "a,b", "a\"b", "\"", " x ", "a\r\nb",
    "a;b\t|c",
  ])
  func cellsSurvive(cell: String) throws {
    var writer = SheetWriter(columns: ["a", "b"])
    writer.add([cell, "end"])
    let sheet = try Sheet(writer.bytes, file: "x.csv")
    #expect(sheet.rows.last?.cells == [cell, "end"])
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1", "＝1"])
  func nothingInTheFileIsAFormula(cell: String) {
    #expect(FormulaGuard.on(cell).hasPrefix("'"))
  }

  @Test(arguments: 0..<60)
  func randomTables(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "=", "+", "'", "\"", ",", ";", "\n", "\r", "\r\n", "\t", "|", "a", "é", "名", " ", "@", "1",
    ]
    let width = Int.random(in: 2...5, using: &random)
    var rows: [[String]] = [(0..<width).map { "column \($0)" }]
    for _ in 0..<20 {
      rows.append(
        (0..<width).map { column in
          let length = Int.random(in: 0...6, using: &random)
          let text = (0..<length).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
          return column == 0 ? "x" + text : text
        })
    }
    var writer = SheetWriter(columns: rows[0])
    for row in rows.dropFirst() { writer.add(row) }
    #expect(try Sheet(writer.bytes, file: "x.csv").rows.map(\.cells) == rows)
  }
}
