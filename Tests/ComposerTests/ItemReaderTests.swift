import Composer
import Foundation
import Mail
import TestSupport
import Testing

@Suite struct ItemReaderTests {
  static func read(_ files: [(String, String)]) -> ItemReader.Result {
    ItemReader.read(
      files: files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }, shownPrefix: "news/")
  }

  @Test(arguments: [
    (
      "---\ndate: 2019-03-21\n---\nText",
      "news/2019/a.md:1: title: a title is missing"
    ),
    (
      "---\ntitle: A\ndate: 2019-02-30\n---\n",
      "news/2019/a.md:3: date: \"2019-02-30\" is no day; expected one such as 2019-03-21"
    ),
    (
      "---\ntitle: A\n---\n",
      "news/2019/a.md:1: date: the date is missing: expected one such as 2019-03-21"
    ),
    (
      "title: A\n",
      "news/2019/a.md:1: expected --- on the first line, then keys such as \"title: …\", then --- again"
    ),
    (
      "---\ntitle: A\n",
      "news/2019/a.md:1: the head is not closed: expected a line of ---"
    ),
    (
      "---\ntitle: A\ndate: 2019-01-02\npin: perhaps\n---\n",
      "news/2019/a.md:4: pin: \"perhaps\" is neither true, false nor a number"
    ),
    (
      "---\ntitle: A\ndate: 2019-01-02\nlink: javascript:alert(1)\n---\n",
      "news/2019/a.md:4: link: \"javascript:alert(1)\" is no address; expected https://…, http://… or mailto:…"
    ),
    (
      "---\ntitle: A\ndate: 2019-01-02\ntitle: B\n---\n",
      "news/2019/a.md:2: title: the key is given twice"
    ),
    (
      "---\ntitle: [A, B]\ndate: 2019-01-02\n---\n",
      "news/2019/a.md:2: title: expected one text, not a list or a table"
    ),
    (
      "---\ntitle: A\ndate: 2019-01-02\nimage: images/none.png\n---\n",
      "news/2019/a.md:4: image: there is no picture \"images/none.png\" beside this file or in the folder above"
    ),
    (
      "---\ntitle: A\ndate: 2019-01-02\nimage: https://example.org/a.png\n---\n",
      "news/2019/a.md:4: image: \"https://example.org/a.png\": expected a file of ours, such as images/a.png"
    ),
  ])
  func tellsFileLineKeyAndWhatWasExpected(text: String, expected: String) {
    let result = Self.read([("2019/a.md", text)])
    #expect(result.problems.filter { $0.level == .error }.map(\.description) == [expected])
  }

  @Test func tellsWhereTheYAMLBreaks() {
    let result = Self.read([("a.md", "---\ndate: 2019-01-02\ntitle: UNEA-4: a plan: for us\n---\n")]
    )
    #expect(result.items.isEmpty)
    #expect(result.problems.first?.line == 3)
    #expect(result.problems.first?.message.contains("needs quotes around it") == true)
  }

  @Test func warnsOfUnknownKeysAndReadsOn() {
    let result = Self.read([("a.md", "---\ntitle: A\ndate: 2019-01-02\nauthor: X\n---\n")])
    #expect(result.items.map(\.title) == ["A"])
    #expect(result.problems.map(\.line) == [4])
    #expect(result.problems.map(\.level) == [.warning])
    #expect(result.problems.first?.message.hasPrefix("unknown key, not used") == true)
  }

  @Test func takesTheDateFromTheNameWhereNoneIsWritten() {
    let result = Self.read([("2019/2019-03-21-a.md", "---\ntitle: A\n---\n")])
    #expect(result.items.first?.date.description == "2019-03-21")
    #expect(result.problems.isEmpty)
  }

  @Test func translationsInheritWhatTheyDoNotSay() throws {
    let result = Self.read([
      ("2019/b.md", "---\ntitle: B\ndate: 2019-03-21\nplace: Nairobi\npin: 2\nmember: X\n---\n"),
      ("2019/b.ja.md", "---\ntitle: 乙\n---\n本文"),
      ("2019/c.ja.md", "---\ntitle: 丙\ndate: 2019-03-21\n---\n"),
    ])
    let japanese = try #require(result.items.first { $0.id == "b" && $0.language == .japanese })
    #expect(japanese.date.description == "2019-03-21")
    #expect(japanese.place == "Nairobi" && japanese.pin == 2 && japanese.member == "X")
    #expect(japanese.isTranslation)
    #expect(result.problems.map(\.file) == ["news/2019/c.ja.md"])
    #expect(result.problems.first?.message.contains("expected 2019/c.md") == true)
  }

  @Test func namesAreUsedOnce() {
    let text = "---\ntitle: A\ndate: 2019-01-02\n---\n"
    let result = Self.read([
      ("2019/a.md", text), ("2020/a.md", text), ("2019/a.en.md", text), ("2020/a.ja.md", text),
    ])
    #expect(result.items.map(\.file) == ["news/2019/a.md"])
    #expect(
      result.problems.filter { $0.level == .error }.map(\.description) == [
        "news/2020/a.md:1: news/2019/a.md has the same name; rename one of them",
        "news/2020/a.ja.md:1: news/2019/a.md has the same name; rename one of them",
      ])
  }

  @Test func picturesOutsideTheFolderAreNotRead() throws {
    let folder = SourceFolder(Samples.repository.appendingPathComponent("seeds/events"))
    #expect(folder.bytes(of: "../news/images/hills.png") == nil)
    #expect(folder.bytes(of: "/etc/passwd") == nil)
    #expect(folder.bytes(of: "2019-10-council.md") != nil)
  }

  @Test func rawHTMLIsLeftOutWithItsLine() {
    let result = Self.read([
      ("a.md", "---\ntitle: A\ndate: 2019-01-02\n---\nOne\n\n<script>alert(1)</script>\n\nTwo")
    ])
    #expect(result.problems.map(\.line) == [7])
    #expect(
      result.items.first?.body.blocks == [
        .paragraph([.text("One")]), .paragraph([.text("Two")]),
      ])
  }

  @Test func tellsTheLineOfWrongBytes() {
    let bytes = Array("---\ntitle: ".utf8) + [0xE9] + Array("\n---\n".utf8)
    let result = ItemReader.read(files: [SourceFile(path: "a.md", bytes: bytes)])
    #expect(
      result.problems.map(\.description) == [
        "a.md:2: the text is not UTF-8; save it as UTF-8"
      ])
  }

  @Test func eventsEndAfterTheyStart() {
    let text = "---\ntitle: E\nstarts: 2019-10-23\nends: 2019-10-22\n---\n"
    let result = EventReader.read(files: [SourceFile(path: "e.md", bytes: Array(text.utf8))])
    #expect(result.events.isEmpty)
    #expect(
      result.problems.map(\.description) == [
        "e.md:4: ends: 2019-10-22 is before the event starts (2019-10-23)"
      ])
  }

  /// Whatever the bytes are, reading ends, and soon.
  @Test func survivesAnyBytes() {
    var random = SeededGenerator(seed: 42)
    let seeds = [
      "---\ntitle: A\ndate: 2019-01-02\n---\n| a | b |\n|---|---|\n| 1 | [x](http://e.test) |\n",
      "---\n" + String(repeating: "[", count: 5000) + "\n---\n",
      "---\n" + String(repeating: "- ", count: 5000) + "\n---\n",
      "---\na: &a [*a, *a]\ntitle: *a\n---\n",
      "---\ntitle: A\ndate: 2019-01-02\n---\n" + String(repeating: "> ", count: 20_000) + "x",
      "---\ntitle: A\ndate: 2019-01-02\n---\n" + String(repeating: "*a **b ", count: 8000),
      "---\ntitle: A\ndate: 2019-01-02\n---\n" + String(repeating: "[", count: 50_000),
      "---\ntitle: A\ndate: 2019-01-02\n---\n" + String(repeating: "<a ", count: 30_000),
    ]
    for seed in seeds {
      _ = Self.read([("a.md", seed)])
      for _ in 0..<40 {
        var bytes = Array(seed.utf8.prefix(400))
        for _ in 0..<5 {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          bytes[index] = UInt8.random(in: 0...255, using: &random)
        }
        _ = ItemReader.read(files: [SourceFile(path: "a.md", bytes: bytes)])
      }
    }
  }
}
