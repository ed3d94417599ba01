import Foundation
import Mail
import TestSupport
import Testing

@testable import Composer

/// What people get wrong in a file, and the words that tell them; everything else is read.
@Suite struct BadSourceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var bytes: [UInt8]
    /// What is told, errors and warnings alike.
    let told: [String]
    /// Whether the item can be used all the same.
    let isRead: Bool
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ told: [String], isRead: Bool = false) {
      self.name = name
      bytes = Array(text.utf8)
      self.told = told
      self.isRead = isRead
    }

    init(_ name: String, bytes: [UInt8], _ told: [String], isRead: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.told = told
      self.isRead = isRead
    }
  }

  static let day = "date: 2019-01-02"
  static let cases = [
    Case(
      "an empty file", "",
      [
        "news/x.md:1: expected --- on the first line, then keys such as \"title: …\", then --- again"
      ]),
    Case(
      "a head that is not closed", "---\ntitle: A\n\(day)\n\nText.\n",
      [
        "news/x.md:1: the head is not closed: expected a line of ---"
      ]),
    Case(
      "a title with a line break", "---\ntitle: \"A\\nB\"\n\(day)\n---\n",
      [
        "news/x.md:2: title: the title has a line break; write it in one line"
      ], isRead: true),
    Case(
      "a title in a block", "---\ntitle: |\n  A\n  B\n\(day)\n---\n",
      [
        "news/x.md:2: title: the title has a line break; write it in one line"
      ], isRead: true),
    Case(
      "a title of 500 characters",
      "---\ntitle: \(String(repeating: "x", count: 500))\n\(day)\n---\n",
      [
        "news/x.md:2: title: the title has 500 characters; write at most 200"
      ], isRead: true),
    Case(
      "a list as title", "---\ntitle:\n  - A\n  - B\n\(day)\n---\n",
      [
        "news/x.md:2: title: expected one text, not a list or a table"
      ]),
    Case(
      "a table as summary", "---\ntitle: A\nsummary: {a: b}\n\(day)\n---\n",
      [
        "news/x.md:3: summary: expected one text, not a list or a table"
      ]),
    Case(
      "a table as include", "---\ntitle: A\ninclude: {a: b}\n\(day)\n---\n",
      [
        "news/x.md:3: include: expected a list of texts"
      ]),
    Case(
      "a word as draft", "---\ntitle: A\ndraft: maybe\n\(day)\n---\n",
      [
        "news/x.md:3: draft: \"maybe\" is neither true nor false"
      ], isRead: true),
    Case(
      "a number as language", "---\ntitle: A\nlang: 12\n\(day)\n---\n",
      [
        "news/x.md:3: lang: \"12\" is no language; expected one such as en, ja or zh-Hans"
      ], isRead: true),
    Case(
      "a key twice", "---\ntitle: A\n\(day)\ndate: 2019-01-03\n---\n",
      [
        "news/x.md:3: date: the key is given twice"
      ]),
    Case(
      "a day that does not exist", "---\ntitle: A\ndate: 2019-02-29\n---\n",
      [
        "news/x.md:3: date: \"2019-02-29\" is no day; expected one such as 2019-03-21"
      ]),
    Case(
      "a day of another form", "---\ntitle: A\ndate: 21.3.2019\n---\n",
      [
        "news/x.md:3: date: \"21.3.2019\" is no day; expected one such as 2019-03-21"
      ]),
    Case(
      "a tab", "---\ntitle: A\n\tdate: 2019-01-02\n---\n",
      [
        "news/x.md:3: the line begins with a tab; YAML wants spaces instead"
      ]),
    Case(
      "bytes that are not UTF-8", bytes: Array("---\ntitle: A\ndate: ".utf8) + [0xE9, 0x0A],
      [
        "news/x.md:3: the text is not UTF-8; save it as UTF-8"
      ]),
    Case(
      "UTF-16", bytes: [0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00],
      [
        "news/x.md:1: the text is UTF-16; save it as UTF-8"
      ]),
    Case(
      "too large a file", "---\ntitle: A\n\(day)\n---\n" + String(repeating: "x", count: 262_144),
      [
        "news/x.md:1: the file has 262178 bytes; an item has at most 262144"
      ]),
    Case("a byte order mark", "\u{FEFF}---\ntitle: A\n\(day)\n---\n", [], isRead: true),
    Case("line ends of Windows", "---\r\ntitle: A\r\n\(day)\r\n---\r\nText.\r\n", [], isRead: true),
    Case("line ends of old Macs", "---\rtitle: A\r\(day)\r---\rText.\r", [], isRead: true),
    Case(
      "a picture of another site", "---\ntitle: A\n\(day)\n---\n\n![b](https://b.test/a.png)\n",
      [
        "news/x.md:6: https://b.test/a.png is not shown: a picture must be a file of ours, in news/images/"
      ], isRead: true),
    Case(
      "a picture that is not there", "---\ntitle: A\n\(day)\n---\n\nB\n\n![b](c.png)\n",
      [
        "news/x.md:8: there is no picture \"c.png\" beside this file or in the folder above"
      ], isRead: true),
  ]

  @Test(arguments: cases)
  func eachIsToldByFileLineAndKeyAndNothingElseSuffers(bad: Case) {
    let good = Array("---\ntitle: Good\ndate: 2019-01-05\n---\n".utf8)
    let result = ItemReader.read(
      files: [SourceFile(path: "x.md", bytes: bad.bytes), SourceFile(path: "y.md", bytes: good)],
      shownPrefix: "news/")
    #expect(result.problems.map(\.description) == bad.told)
    #expect(result.items.map(\.id) == (bad.isRead ? ["x", "y"] : ["y"]))
  }

  @Test func aTitleThatIsTooLongIsCutWhereItIsShown() throws {
    let text = "---\ntitle: \(String(repeating: "x", count: 500))\n\(Self.day)\n---\n"
    let item = try #require(ItemReaderTests.read([("x.md", text)]).items.first)
    #expect(item.title == String(repeating: "x", count: 199) + "…")
  }

  @Test func whatIsNoFileIsToldAsWhatItIs() throws {
    let folder = try TemporaryFolder(named: "news")
    let news = URL(filePath: folder.path(of: "news"))
    let manager = FileManager.default
    try manager.createDirectory(
      at: news.appending(path: "a.md"), withIntermediateDirectories: true)
    try folder.write("---\ntitle: Secret\n\(Self.day)\n---\n", to: "outside.md")
    try folder.write("---\ntitle: Good\n\(Self.day)\n---\n", to: "news/d.md")
    try manager.createSymbolicLink(
      atPath: folder.path(of: "news/b.md"), withDestinationPath: "../outside.md")
    try manager.createSymbolicLink(
      atPath: folder.path(of: "news/c.md"), withDestinationPath: "nowhere.md")
    #expect(mkfifo(folder.path(of: "news/e.md"), 0o600) == 0)
    let result = ItemReader.read(directory: news)
    #expect(result.items.map(\.title) == ["Good"])
    #expect(
      result.problems.map(\.description) == [
        "news/a.md:1: this is a folder, but its name is a file's; rename it",
        "news/b.md:1: this is a link to a file outside the folder; put the file itself here",
        "news/c.md:1: this is a link to a file that is not there; put the file itself here",
        "news/e.md:1: this is no file that can be read to its end; put the file itself here",
      ])
  }

  /// A broken file of another time is told, but stops nothing.
  @Test(arguments: [
    ("news/2019/2019-03-01-a.md", true), ("news/2019/2019-09-01-a.md", false),
    ("news/2018/2018-03-01-a.md", false), ("news/2018/notes.md", false),
    ("news/2019/notes.md", true), ("news/notes.md", true), ("news/2018.md", true),
    ("events/2018-01.md", true), ("members/kgpn.md", false),
    ("news/2019/2019-09-01-moved.md", true),
  ])
  func onlyWhatCanBelongToThePeriodIsAnError(file: String, isError: Bool) throws {
    let moved = SourceFile(
      path: "2019/2019-09-01-moved.md", bytes: Array("---\ntitle: A\ndate: 2019-02-01\n---\n".utf8))
    let items = ItemReader.read(files: [moved], shownPrefix: "news/").items
    let relevance = ProblemRelevance(period: try Period(parsing: "2019-H1"), items: items)
    let problem = SourceProblem(file: file, line: 3, key: "title", "wrong")
    #expect(relevance.weighed(problem).level == (isError ? .error : .warning))
    #expect(relevance.weighed(problem).description == problem.description)
  }
}
