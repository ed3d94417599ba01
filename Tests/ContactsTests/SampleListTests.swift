import Foundation
import Mail
import Testing

@testable import Contacts

/// The samples of the repository, combed: figures and words that people see.
struct SampleListTests {
  /// The repository, also where a room's small package links these tests.
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  static func sheet(_ path: String) throws -> ContactSheet {
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    return try ContactSheet(bytes, file: path)
  }

  @Test func membersInFigures() throws {
    let sheet = try Self.sheet("lists/members.csv")
    let result = CombResult(sheet)
    #expect(sheet.separator == .semicolon)
    #expect(result.rows == 64)
    #expect(result.contacts.count == 58)
    #expect(result.undecided.map(\.line) == [7, 12, 25, 58])
    #expect(result.unusable.map(\.line) == [30, 45])
    #expect(Set(result.contacts.compactMap(\.member)).count == 13)
  }

  /// Whatever is done with the samples, no mail may reach a real host.
  @Test func contactsAreAtReservedNames() throws {
    for path in ["lists/members.csv", "lists/council.csv"] {
      for contact in CombResult(try Self.sheet(path)).contacts {
        let domain = contact.address.domain
        #expect(["example", "test"].contains(domain.topLevel) || domain.ascii == "example.org")
      }
    }
  }

  @Test(arguments: [("members", false), ("members", true), ("council", false)])
  func summary(list: String, all: Bool) throws {
    let result = CombResult(try Self.sheet("lists/\(list).csv"))
    let text = CombSummary(result).text(worksheet: "reports/\(list)-worksheet.csv", all: all)
    let golden = Self.folder.appending(path: "Golden/\(list)-comb\(all ? "-all" : "").txt")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(text.utf8).write(to: golden)
    }
    #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
    if !all { #expect(text.split(separator: "\n").count <= 24) }
  }

  @Test func decisionsComeBack() throws {
    let sheet = try Self.sheet("lists/members.csv")
    let result = CombResult(sheet)
    let text = String(decoding: Worksheet.csv(result), as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}line,name,address,verdict,code,reason,suggestion,decision\r\n"))
    var rows = try Sheet(Array(text.utf8), file: "w.csv").rows.map(\.cells)
    let filled = [
      "7": "accept", "12": "remove", "25": "Doris.Lam@charter-hk.example", "58": "maybe",
    ]
    for index in rows.indices { filled[rows[index][0]].map { rows[index][7] = $0 } }
    // Another program saves it with semicolons.
    let saved = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
    }.joined(separator: "\n")
    let decisions = try WorksheetDecision.read(Array(saved.utf8), file: "w.csv")
    #expect(decisions.count == rows.count - 1)
    #expect(
      decisions.first { $0.line == 58 }?.choice
        == .unclear("“maybe” is neither accept, keep, remove nor an address"))
    let after = result.applying(decisions, to: sheet)
    #expect(after.contacts.count == 60)
    #expect(after.undecided.map(\.line) == [58])
    let added = Set(after.contacts.map(\.address.description))
    #expect(added.contains("haruka.nishimura@gpn.example"))
    #expect(added.contains("Doris.Lam@charter-hk.example"))
  }

  @Test func worksheetWithoutItsColumns() {
    #expect(throws: SheetError.missingColumn(file: "w.csv", column: "decision")) {
      try WorksheetDecision.read(Array("line,address\n1,a@b.example\n".utf8), file: "w.csv")
    }
  }

  @Test func duplicates() throws {
    let text = """
      name,email,member
      Suk Kim,suk.kim@gmail.com,KGPN
      Kim,sukkim+list@gmail.com,KGPN
      Lee,lee@kgpn.example,KGPN
      Lee,LEE@KGPN.example,
      lee,lee2@kgpn.example,kgpn
      Lee,other@tgpn.example,TGPN
      """
    let result = CombResult(try ContactSheet(Array(text.utf8), file: "x.csv"))
    #expect(result.duplicates.map(\.kind) == [.mailbox, .alias, .person])
    #expect(result.duplicates.map(\.lines) == [[4, 5], [2, 3], [4, 6]])
    #expect(result.contacts.count == 5)
  }
}
