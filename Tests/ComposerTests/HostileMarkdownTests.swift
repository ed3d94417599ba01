import Testing

@testable import Composer

@Suite struct HostileMarkdownTests {
  /// Texts that made Markdown readers slow, each as large as a file may be.
  static let attacks: [(String, String)] = [
    (
      "wide table",
      "|" + String(repeating: "a|", count: 4000) + "\n|" + String(repeating: "-|", count: 4000)
        + "\n" + String(repeating: "a\n", count: 100_000)
    ),
    ("brackets", String(repeating: "[", count: 250_000)),
    ("images", String(repeating: "![l", count: 80_000)),
    ("nested links", String(repeating: "[a](", count: 60_000)),
    ("emphasis", String(repeating: "*a_ ", count: 60_000)),
    ("underscores", String(repeating: "_", count: 250_000)),
    ("tildes", String(repeating: "~a ", count: 80_000)),
    ("quotes", String(repeating: "> ", count: 120_000)),
    ("lists", String(repeating: "- ", count: 120_000)),
    ("list ladder", (0..<700).map { String(repeating: " ", count: $0) + "- a\n" }.joined()),
    ("processing", String(repeating: "<?", count: 120_000)),
    ("declarations", String(repeating: "<!A ", count: 60_000)),
    ("cdata", String(repeating: "<![CDATA[", count: 28_000)),
    ("autolinks", String(repeating: "www.a", count: 50_000)),
    ("at signs", String(repeating: "a@b.", count: 60_000)),
    ("colons", String(repeating: "://", count: 80_000)),
    ("backticks", (1...700).map { "a" + String(repeating: "`", count: $0) }.joined()),
    (
      "references",
      (0..<12_000).map { "[a\($0)]: b\n" }.joined() + String(repeating: "[a1]", count: 10_000)
    ),
    ("entities", String(repeating: "&amp", count: 60_000)),
    ("many links", String(repeating: "[a](b) ", count: 36_000)),
  ]

  @Test func hugeTablesAreRefusedWithARemark() {
    let wide = "|" + String(repeating: "a|", count: 400) + "\n"
    let marks = "|" + String(repeating: "-|", count: 400) + "\n"
    let huge = MarkdownReader.read(wide + marks + String(repeating: "a\n", count: 1000))
    #expect(huge.remarks.count == 1)
    #expect(MarkdownReader.read("| a |\n|---|\n| b |\n").remarks.isEmpty)
  }

  @Test(arguments: attacks.map(\.0))
  func endsSoon(name: String) throws {
    let text = try #require(Self.attacks.first { $0.0 == name }?.1)
    let clock = ContinuousClock()
    let taken = clock.measure {
      let document = MarkdownReader.read(text)
      _ = MarkdownHTML().write(document.blocks)
      _ = MarkdownText.plain(document)
      _ = document.references
    }
    #expect(taken < .seconds(10))
  }
}
