import Foundation
import TestSupport
import Testing

/// What readers get, as a mail reader that is not ours takes it.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct LetterTests {
  @Test func lettersAreWholeAndEachReadersOwn() throws {
    let desk = try Desk.approvedSample()
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    let letters = try catcher.letters()
    #expect(try letters.count == desk.deliveries().count && letters.count > 50)

    for letter in letters {
      #expect(letter.defects == 0, "\(letter.file)")
      #expect(letter.longestLine <= 998 && letter.bareLineEnds == 0, "\(letter.file)")
      #expect(letter.header("List-Id") == "IGPN newsletter <newsletter.igpn.example>")
      #expect(letter.header("Precedence") == "bulk")
      #expect(letter.header("Auto-Submitted") == "auto-generated")
      #expect(letter.all("To").count == 1 && letter.header("To").contains("<\(letter.recipient)>"))
      #expect(letter.header("From") == "IGPN Secretariat <secretariat@igpn.example>")
      #expect(letter.header("Date") == "Mon, 24 Jun 2019 09:00:0" + letter.header("Date").suffix(7))
      #expect(letter.all("Subject").count == 1 && letter.all("Message-ID").count == 1)
      #expect(letter.types.prefix(2) == ["multipart/alternative", "text/plain"])
      #expect(letter.types.contains("text/html"))
      #expect(!letter.text.contains("{{") && !letter.html.contains("{{"))

      let leave = letter.header("List-Unsubscribe")
      #expect(leave.hasPrefix("<mailto:u+") && leave.contains("@igpn.example"))
      #expect(letter.returnPath.hasPrefix("b+") && letter.returnPath.hasSuffix("@igpn.example"))
      #expect(letter.returnPath.split(separator: "@")[0].utf8.count <= 2 + 31)
      // The ways to leave that a reader sees carry the reader's own token, too.
      let token = leave.dropFirst("<mailto:u+".count).prefix { $0 != "@" }
      #expect(letter.html.contains(token), "\(letter.file)")
      #expect(letter.text.contains(token), "\(letter.file)")
    }
    for field in ["Message-ID", "List-Unsubscribe"] {
      #expect(Set(letters.map { $0.header(field) }).count == letters.count)
    }
    #expect(Set(letters.map(\.returnPath)).count == letters.count)
  }

  @Test func everyReaderGetsTheirLanguage() throws {
    let desk = try Desk.approvedSample()
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url, now: Moment.morning)
    let wanted = CSVText.table(try desk.run("contacts", "list", "--format", "csv").output)
      .reduce(into: [String: String]()) { $0[$1["email"] ?? ""] = $1["language"] ?? "" }
    let letters = try catcher.letters()
    for letter in letters {
      let language = wanted[letter.recipient] ?? ""
      #expect(letter.header("Content-Language") == Self.edition(for: language), "\(language)")
      #expect(letter.html.contains("lang=\"\(letter.header("Content-Language"))\""))
    }
    let words = [
      "keiko.morita@gpn.example": "グリーン購入", "liming@cgpn.example": "绿色采购",
      "jmlee@kgpn.example": "KGPN", "wipa@tgpn.example": "คู่มือจัดซื้อ",
      "hoa.nguyen@vngpn.example": "Ngày hội mua sắm xanh",
    ]
    for (reader, word) in words {
      let letter = try #require(letters.first { $0.recipient == reader })
      #expect(letter.text.contains(word) || letter.html.contains(word), "\(reader)")
    }
    let subjects = Set(letters.map { "\($0.header("Content-Language")) \($0.header("Subject"))" })
    #expect(subjects.count == Set(letters.map { $0.header("Content-Language") }).count)
    #expect(letters.contains { $0.header("To").contains("森田 恵子") })
  }

  /// The language of the edition that a reader of this one is to get.
  private static func edition(for language: String) -> String {
    switch language {
    case "zh", "zh-CN", "zh-SG", "zh-Hans": "zh-Hans"
    case "zh-TW", "zh-HK", "zh-Hant": "zh-Hant"
    case let tag where ["ja", "ko", "th", "vi", "id"].contains(String(tag.prefix(2))):
      String(tag.prefix(2))
    // English for those who did not say, and for languages that nobody writes.
    default: "en"
    }
  }

  @Test func noLineEndsBareOnTheWire() throws {
    // A server that keeps octets as they came, which the catcher's files do not show.
    let server = try ScriptedServer(.greeting("8BITMIME") + .message)
    let desk = try Desk.small(readers: ["ann@readers.test"])
    try desk.run("send", "2019-H1", "--relay", server.url)
    let body = try #require(server.conversations.first?.bodies.first)
    for (index, byte) in body.enumerated() {
      if byte == 13 { #expect(index + 1 < body.count && body[index + 1] == 10) }
      if byte == 10 { #expect(index > 0 && body[index - 1] == 13) }
    }
    #expect(server.problems == [] && body.count > 1000)
  }
}
