import Foundation
import TestSupport
import Testing

/// Lists and news that can't be used as they are: file and line, and nothing is changed.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct BadFileTests {
  struct BadItem: Sendable, CustomTestStringConvertible {
    let text: String
    let line: Int
    let words: [String]
    var testDescription: String { words.joined(separator: ", ") }
  }

  private static let items = [
    BadItem(text: "---\ndate: 2019-02-03\n---\n\nText.\n", line: 1, words: ["title"]),
    BadItem(text: "---\ntitle: A\ndate: 2019-02-30\n---\n", line: 3, words: ["2019-02-30"]),
    BadItem(text: "---\ntitle: A\ndate: soon\n---\n", line: 3, words: ["soon"]),
    BadItem(text: "---\ntitle: A\n---\n", line: 1, words: ["date"]),
    BadItem(text: "---\ntitle: [\ndate: 2019-02-03\n---\n", line: 4, words: ["YAML"]),
    BadItem(text: "Text without a head.\n", line: 1, words: ["---"]),
  ]

  @Test(arguments: items)
  func anItemThatCannotBeReadIsToldByItsLine(_ item: BadItem) throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let page = try desk.read("editions/2019-H1/index.html")
    try desk.write(item.text, to: "news/2019/bad.md")
    for command in [
      ["compose", "2019-H1"], ["approve", "2019-H1", "--by", "B"], ["news", "list"],
    ] {
      let result = try desk.run(command, status: nil)
      expectFailure(
        result, 65, saying: ["news/2019/bad.md:\(item.line)"] + item.words)
    }
    #expect(try desk.snapshot() == before)
    #expect(try desk.read("editions/2019-H1/index.html") == page)
  }

  struct BadList: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let words: [String]
    var testDescription: String { name }
  }

  private static let lists = [
    BadList(
      name: "no-address.csv", bytes: Array("name,town\nAnn,Ulm\nBo,Rom\n".utf8),
      words: ["address"]),
    BadList(name: "empty.csv", bytes: [], words: ["empty"]),
    BadList(name: "blank.csv", bytes: Array("\n\n  \n".utf8), words: ["empty"]),
    BadList(
      name: "letter.csv", bytes: Array("%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n".utf8) + [0, 1, 2, 255],
      words: ["PDF"]),
    BadList(
      name: "book.csv", bytes: [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0] + [0, 0, 255],
      words: ["CSV"]),
  ]

  @Test(arguments: lists)
  func aFileThatIsNoListIsTold(_ list: BadList) throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    try desk.write(bytes: list.bytes, to: "lists/\(list.name)")
    let imported = try desk.run("contacts", "import", "lists/\(list.name)", status: nil)
    expectFailure(imported, 65, saying: [list.name] + list.words)
    let combed = try desk.run("contacts", "comb", "lists/\(list.name)", status: nil)
    expectFailure(combed, 65, saying: [list.name])
    #expect(try desk.snapshot() == before)
    #expect(try !desk.run("status").output.contains(list.name), "no list of that name appears")
  }

  @Test func octetsWithoutSenseMakeNoContacts() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }
    try desk.write(bytes: noise, to: "lists/noise.csv")
    let result = try desk.run("contacts", "import", "lists/noise.csv", status: nil)
    expectFailure(result, 65, saying: ["lists/noise.csv", "not CSV"])
    #expect(try desk.snapshot() == before)
  }

  @Test func aMissingFileIsTold() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    for command in ["import", "comb"] {
      let result = try desk.run("contacts", command, "lists/none.csv", status: nil)
      expectFailure(result, 66, saying: ["lists/none.csv"])
    }
    let folder = try desk.run("contacts", "import", "lists", status: nil)
    #expect([65, 66, 77].contains(folder.status), "\(folder.errors)")
    let inbox = try desk.run("inbox", "read", "--maildir", "nowhere", status: nil)
    expectFailure(inbox, 66, saying: ["nowhere"])
    #expect(try desk.snapshot() == before)
  }

  @Test func aDatabaseOfANewerVersionIsLeftAlone() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    try sql(desk, "INSERT INTO grdb_migrations VALUES ('2031-01 telepathy')")
    for command in [["status"], ["send", "2019-H1", "--relay", "smtp://127.0.0.1:9"], ["tick"]] {
      expectFailure(
        try desk.run(command, status: nil), 78, saying: ["solstice.db", "newer"])
    }
    try sql(desk, "DELETE FROM grdb_migrations WHERE identifier = '2031-01 telepathy'")
    #expect(try desk.snapshot() == before)
  }

  @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
    let desk = try Desk.small()
    let text = String(repeating: "This is my diary, not a database.\n", count: 100)
    for ending in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: desk.path(of: "solstice.db" + ending))
    }
    try desk.write(text, to: "solstice.db")
    expectFailure(try desk.run("status", status: nil), 65, saying: ["solstice.db"])
    #expect(try desk.read("solstice.db") == text)
    try FileManager.default.removeItem(atPath: desk.path(of: "solstice.db"))
    expectFailure(try desk.run("status", status: nil), 66, saying: ["solstice.db"])
    #expect(!desk.names(in: ".").contains("solstice.db"), "no empty one takes its place")
  }

  @Test func whereNothingCanBeWrittenItSaysSo() throws {
    let desk = try Desk.small()
    // Rights do not bind root, but a file in the place of a folder does.
    try desk.write("in the way\n", to: "wall")
    let made = try desk.bare().run(["init", desk.path(of: "wall/ws")])
    expectFailure(made, 73, saying: ["wall/ws"])
    let again = try desk.bare().run(["init", desk.workspace])
    expectFailure(again, 73, saying: ["a workspace already"])
    try FileManager.default.removeItem(atPath: desk.path(of: "editions"))
    try desk.write("in the way\n", to: "editions")
    expectFailure(try desk.run("compose", "2019-H1", status: nil), 73, saying: ["editions"])
  }

  private func sql(_ desk: Desk, _ statement: String) throws {
    let script =
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); "
      + "c.commit()"
    try Program(try Tool.python.require())
      .run(["-c", script, desk.path(of: "solstice.db"), statement]).expecting()
  }
}
