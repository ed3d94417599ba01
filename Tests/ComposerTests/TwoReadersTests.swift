import Composer
import Foundation
import Mail
import TestSupport
import Testing

/// Every message is read back by two programs that know nothing of each other or of us.
@Suite struct TwoReadersTests {
  private static let names = [
    "Ana", "Lee, Kim \"K\"", "事務局 国際グリーン購入ネットワーク", "🌱 Green, 🌏 Office", "สำนักงาน",
    String(repeating: "長い名前", count: 50), "a\\b \"c\" <d@e.example>", "=?UTF-8?Q?x?=",
    "Über-Büro (Berlin); =C3", "  blank  ", "\u{202E}gnorw",
  ]

  private static let subjects = [
    "IGPN", String(repeating: "半期レター", count: 100), "\"quoted\", (comment); =?utf-8?b?eA==?=",
    "🌱🌍 e\u{301}\u{327} \u{1F468}\u{200D}\u{1F469}", String(repeating: "long words ", count: 45),
    "A\r\nBcc: x@example.org",
  ]

  @Test(arguments: ["en", "ja", "zh-Hans", "zh-Hant", "ko", "th", "vi", "id"])
  func samplesAreReadAsTheyWereComposed(tag: String) throws {
    let language = try #require(Language(tag))
    let letter = try Samples.compose(language: language) { $0.leavesByWeb = true }
    let read = try Self.readTwice(letter.sampleMessage)
    #expect(read.headers["Subject"] == letter.subject)
    #expect(read.headers["Content-Language"] == tag)
    #expect(read.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
    #expect(read.from == [.init(name: "IGPN Secretariat", address: "secretariat@igpn.example")])
    #expect(read.parts[1].type == "text/plain" && read.parts[1].charset == "utf-8")
    #expect(read.parts[1].sha256 == Self.sum(letter.text))
    #expect(read.parts[3].type == "text/html" && read.parts[3].charset == "utf-8")
    let pictures = letter.usedFiles.filter { $0.path.hasSuffix(".png") }
    #expect(read.parts.dropFirst(4).map(\.size) == pictures.map(\.bytes.count))
    #expect(read.parts.dropFirst(4).map(\.sha256) == pictures.map { Self.sum($0.bytes) })
    #expect(read.parts.dropFirst(4).allSatisfy { $0.disposition == "inline" && !$0.id.isEmpty })
  }

  @Test(arguments: names)
  func namesOfReadersAndSendersSurvive(name: String) throws {
    let letter = try Samples.compose {
      $0.sender = Mailbox(displayName: name, address: $0.sender.address)
    }
    var values = letter.sampleValues
    let address = try EmailAddress(parsing: "reader@example.org")
    values[.to] = EncodedWord.encode(Mailbox(displayName: name, address: address), column: 4)
    values[.recipientName] = name
    let read = try Self.readTwice(letter.messageBytes(for: values))
    #expect(Self.plain(read.from.first?.name) == Self.plain(name))
    #expect(Self.plain(read.to.first?.name) == Self.plain(name))
    #expect(read.to.map(\.address) == ["reader@example.org"])
    #expect(read.from.map(\.address) == ["secretariat@igpn.example"])
  }

  @Test(arguments: subjects)
  func subjectsSurvive(subject: String) throws {
    let letter = try Samples.compose { $0.shortName = subject }
    let read = try Self.readTwice(letter.sampleMessage)
    #expect(Self.plain(read.headers["Subject"]) == Self.plain(letter.subject))
  }

  @Test func hostileValuesChangeNoOtherPart() throws {
    let letter = try Samples.compose()
    let usual = try Self.readTwice(letter.sampleMessage)
    var values = letter.sampleValues
    values[.recipientAddress] = "<script>\r\n.\r\nMAIL FROM:<x@example.org>"
    values[.recipientName] = "\r\n--=_\r\nContent-Type: text/html\r\n\r\n"
    values[.deliveryToken] = "t\r\nBcc: x@example.org"
    values[.unsubscribeAddress] = "a\"><b>@example.org"
    let read = try Self.readTwice(letter.messageBytes(for: values))
    #expect(read.parts.map(\.type) == usual.parts.map(\.type))
    #expect(read.parts.dropFirst(4) == usual.parts.dropFirst(4))
    #expect(read.headers["X-Solstice-Delivery"] == "tBcc: x@example.org")
    #expect(read.headers["Subject"] == usual.headers["Subject"])
  }

  @Test(arguments: [1, 50])
  func anyNumberOfItemsIsRead(count: Int) throws {
    let files = (1...count).map { number in
      let text =
        "---\ntitle: \"Item \(number) 文\"\ndate: 2019-03-0\(number % 9 + 1)\n---\nText 文.\n"
      return SourceFile(path: "2019-03-\(number).md", bytes: Array(text.utf8))
    }
    let letter = try Composer.compose(
      period: try Period(parsing: "2019-H1"), items: ItemReader.read(files: files).items,
      events: [],
      theme: try Samples.theme(), publication: try Samples.publication(), language: .english,
      date: try #require(CalendarDay(parsing: "2019-06-24")))
    let read = try Self.readTwice(letter.sampleMessage)
    #expect(
      read.parts.map(\.type) == ["multipart/alternative", "text/plain", "text/html"])
    #expect(read.parts[1].sha256 == Self.sum(letter.text))
    #expect(read.parts[2].sha256 == Self.sum(letter.html))
  }

  @Test(arguments: [
    "図版 été, Nr. 1.png", "plain.png", "«ภาพ» 'x'; *=%41.png", "quo\"te\\d.png",
    String(repeating: "長い名前", count: 40) + ".png", "a\r\nb: c.png",
  ])
  func namesOfFilesSurvive(name: String) throws {
    let bytes = (0...255).map { UInt8($0) } + [0x0D, 0x0A, 0x2E, 0x0D]
    var writer = MIMEWriter()
    writer.header("Subject", "Files")
    writer.header("MIME-Version", "1.0")
    writer.part(
      .multipart(
        .mixed,
        [
          .attachment(mediaType: "application/octet-stream", fileName: name, bytes),
          .inline(mediaType: "image/png", contentID: "a@example.org", fileName: name, bytes),
        ]))
    var message: [UInt8] = []
    writer.finished().splice(MergeValues(), into: &message)
    let read = try Self.readTwice(message)
    #expect(
      read.parts.dropFirst().map { Self.plain($0.fileName) } == [
        Self.plain(name), Self.plain(name),
      ])
    #expect(read.parts.dropFirst().map(\.sha256) == [Self.sum(bytes), Self.sum(bytes)])
    #expect(read.parts.map(\.id) == ["", "", "a@example.org"])
  }

  /// Reads with both, which have to agree in everything, after the lines were looked at.
  private static func readTwice(_ message: [UInt8]) throws -> ReadMail {
    var previous: UInt8 = 0
    var length = 0
    for byte in message {
      #expect((byte == 0x0A) == (previous == 0x0D), "a bare CR or LF")
      length = byte == 0x0A ? 0 : length + 1
      #expect(length <= 999, "a line of more than 998 octets")
      previous = byte
    }
    #expect(message.suffix(2) == [0x0D, 0x0A])
    let python = try ReadMail.byPython(message)
    let gmime = try ReadMail.byGMime(message)
    #expect(python.defects == 0)
    #expect(python.headers == gmime.headers)
    #expect(python.from.map { Self.dense($0.name) } == gmime.from.map { Self.dense($0.name) })
    #expect(python.to.map { Self.dense($0.name) } == gmime.to.map { Self.dense($0.name) })
    #expect(python.from.map(\.address) == gmime.from.map(\.address))
    #expect(python.to.map(\.address) == gmime.to.map(\.address))
    #expect(python.parts == gmime.parts)
    return gmime
  }

  /// Without what a header can't hold: line ends, and more than one blank in a row or at an end.
  private static func plain(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: { " \r\n".contains($0) || $0 == "\r\n" })
      .joined(separator: " ")
  }

  /// Without any blanks: Python 3.11 leaves those in that part the encoded words of a long name.
  private static func dense(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func sum(_ text: String) -> String {
    sum(Array(text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8))
  }

  /// As sha256sum says.
  private static func sum(_ bytes: [UInt8]) -> String {
    guard let folder = try? TemporaryFolder(named: "sum") else { return "no folder" }
    let file = folder.path(of: "file")
    try? Data(bytes).write(to: URL(fileURLWithPath: file))
    let result = try? Program("/usr/bin/sha256sum").run([file])
    return String(result?.output.prefix(64) ?? "no sha256sum")
  }
}
