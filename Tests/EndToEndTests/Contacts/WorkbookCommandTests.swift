import Foundation
import TestSupport
import Testing

/// Spreadsheets as people send them: workbooks, damaged files, and what is no list at all.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct WorkbookCommandTests {
  private static let rows = [
    ["Name", "E-Mail", "Language", "Member"], ["森田 恵子", "keiko@gpn.example", "日本語", "GPN"],
    ["Suk & <Kim>", "suk.kim@kgpn.example ", "ko", "KGPN"], ["Bo", "bo＠readers．test", "", ""],
    ["Li", "li@gmial.com", "中文", "CGPN"],
  ]

  private static let keys = [
    "new", "changed", "repaired", "suspect", "unusable", "remarks", "contradictions",
  ]

  @Test(arguments: ["xlsx", "ods"])
  func aWorkbookGivesTheSameAsCSV(_ ending: String) throws {
    let csv = Self.rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let plain = try Desk.with(csv, of: Moment.spring)
    let expected = try plain.imported(now: Moment.may)
    #expect(expected["new"] == "3" && expected["suspect"] == "1" && expected["repaired"] != "0")

    let desk = try Desk.with("email\n", of: Moment.spring)
    try Workbooks.write(Self.rows, to: desk.path(of: "lists/readers.\(ending)"))
    let got = try desk.imported("lists/readers.\(ending)", now: Moment.may)
    for key in Self.keys { #expect(got[key] == expected[key], "\(key): \(got)") }
    #expect(try desk.summary() == plain.summary())
    // The questions are the same; only the file's name differs.
    let worksheet = "reports/readers-worksheet.csv"
    #expect(try desk.read(worksheet) == plain.read(worksheet))
    let again = try desk.imported("lists/readers.\(ending)", now: Moment.may)
    #expect(again["new"] == "0" && again["changed"] == "0")
  }

  struct Foreign: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let words: [String]
    var testDescription: String { name }
  }

  private static let foreign = [
    Foreign(
      name: "old.xls",
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        + [UInt8](repeating: 0, count: 600), words: ["Excel", "save"]),
    Foreign(
      name: "old.csv",
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        + [UInt8](repeating: 0, count: 600), words: ["Excel", "save"]),
    Foreign(
      name: "cut.xlsx", bytes: Array("PK\u{3}\u{4}".utf8) + [20, 0, 0, 0],
      words: ["damaged", "save"]),
    Foreign(name: "page.ods", bytes: Array("<html><table>".utf8), words: ["web page", "save"]),
    Foreign(name: "paper.csv", bytes: Array("%PDF-1.4\n1 0 obj\n".utf8), words: ["a PDF", "CSV"]),
    Foreign(name: "list.docx", bytes: [0x50, 0x4B, 3, 4], words: ["save", ".xlsx or .ods"]),
  ]

  @Test(arguments: foreign)
  func whatIsNoListIsToldAndNothingChanges(_ file: Foreign) throws {
    let desk = try Desk.with("email,language\nann@readers.test,en\n", of: Moment.spring)
    try desk.imported(now: Moment.spring)
    let before = try desk.dump()
    try desk.write(bytes: file.bytes, to: "lists/\(file.name)")
    for command in ["import", "comb"] {
      let result = try desk.run("contacts", command, "lists/\(file.name)", status: nil)
      expectFailure(result, 65, saying: ["lists/\(file.name)"] + file.words)
    }
    #expect(try desk.dump() == before)
    #expect(desk.names(in: "reports").isEmpty, "\(desk.names(in: "reports"))")
  }

  @Test func aBombIsRefusedInLittleMemory() throws {
    let desk = try Desk.with("email,language\nann@readers.test,en\n", of: Moment.spring)
    try desk.imported(now: Moment.spring)
    let before = try desk.dump()
    try Workbooks.writeBomb(to: desk.path(of: "lists/bomb.xlsx"))
    // Between us and it, because the kernel counts what a process was started from.
    let script =
      "import resource,subprocess,sys\n"
      + "code=subprocess.run(sys.argv[1:]).returncode\n"
      + "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
      + "sys.exit(code)"
    let result = try Program(try Tool.python.require(), environment: desk.bare().environment).run([
      "-c", script, try SolsticeBinary.locate(), "-C", desk.workspace, "contacts", "import",
      "lists/bomb.xlsx",
    ])
    expectFailure(
      result, 65, saying: ["lists/bomb.xlsx", "unpacks to far more", "save the sheet as CSV"])
    let peak = try #require(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(peak > 10_000 && peak < 150_000, "\(peak) kB")
    #expect(try desk.dump() == before)
  }

  @Test func goodRowsAreKeptBesideDamagedOnes() throws {
    let desk = try Desk.with("email\n", of: Moment.spring)
    let text =
      "name,email,email\nAnn,ann@readers.test\nB\u{0}o,bo@readers.test\n"
      + "Cy,c\u{0}y@readers.test\n\"Dee, dee@readers.test\nEve,eve@readers.test\n"
    try desk.list(text, of: Moment.spring)
    let strict = try desk.run(
      "contacts", "import", "lists/readers.csv", "--strict", now: Moment.may, status: 65)
    #expect(try desk.people().isEmpty, "\(strict.output)")
    let result = try desk.run("contacts", "import", "lists/readers.csv", "--all", now: Moment.may)
    #expect(result.output.contains(/line 5(:1)? .*quote/), "\(result.output)")
    #expect(result.output.contains(/line [34](:\d)? .*NUL/), "\(result.output)")
    let people = try desk.people().map { $0["email"] }
    for kept in ["ann@readers.test", "bo@readers.test", "eve@readers.test"] {
      #expect(people.contains(kept), "\(kept) in \(people)\n\(result.output)")
    }
  }

  @Test func aMegabyteInOneCellCostsOneCell() throws {
    let desk = try Desk.with("email\n", of: Moment.spring)
    let long = String(repeating: "x", count: 3 << 20)
    try desk.list(
      "name,email,remarks\nAnn,ann@readers.test,\(long)\nBo,bo@readers.test,fine\n",
      of: Moment.spring)
    let result = try desk.run("contacts", "import", "lists/readers.csv", now: Moment.may)
    #expect(result.output.contains("line 2:3"), "\(result.output.prefix(2_000))")
    #expect(result.output.utf8.count < 4_000, "nobody wants to read the cell")
    #expect(
      try desk.people().compactMap { $0["email"] } == ["ann@readers.test", "bo@readers.test"])
  }
}
