import Mail
import Testing

@testable import Composer

@Suite struct MailWritingTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("a=b", "a=3Db"),
    ("end ", "end=20"),
    ("end \nnext", "end=20\r\nnext"),
    ("tab\t\nnext", "tab=09\r\nnext"),
    ("a\rb\nc\r\nd", "a\r\nb\r\nc\r\nd"),
    ("From x", "=46rom x"),
    ("First", "First"),
    ("é", "=C3=A9"),
  ])
  func quotesWhatMailChanges(text: String, expected: String) {
    #expect(String(decoding: QuotedPrintable.encode(text: text.utf8), as: UTF8.self) == expected)
  }

  @Test func quotedLinesLeaveRoomForASoftBreak() {
    let text = String(repeating: "漢字 and words= ", count: 200) + " "
    let lines = String(decoding: QuotedPrintable.encode(text: text.utf8), as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.utf8.count <= 76 && $0.hasSuffix("=") })
    #expect((lines.last?.utf8.count ?? 99) <= 75)
  }

  @Test func base64LinesAreSeventySixLong() {
    let lines = String(decoding: Base64Lines.encode(Array(repeating: 7, count: 200)), as: UTF8.self)
      .split(separator: "\r\n")
    #expect(lines.map(\.count) == [76, 76, 76, 40])
    #expect(Base64Lines.encodeUnbroken(Array("ab".utf8)) == Array("YWI=".utf8))
  }

  @Test(arguments: [
    ("Plain subject", "Plain subject"),
    ("A\r\nBcc: x@example.org", "A  Bcc: x@example.org"),
    ("=?UTF-8?Q?x?=", "=?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D?="),
    ("naïve café", "=?UTF-8?Q?na=C3=AFve_caf=C3=A9?="),
    ("日本", "=?UTF-8?B?5pel5pys?="),
  ])
  func encodesSubjects(text: String, expected: String) {
    #expect(EncodedWord.encode(text) == expected)
  }

  @Test func encodedWordsStayShortAndWhole() {
    let subject = String(repeating: "半期レター", count: 30)
    let lines = EncodedWord.encode(subject, column: 9).split(separator: "\r\n")
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
  }

  @Test func quotesDisplayNames() throws {
    let address = try EmailAddress(parsing: "a@example.org")
    let cases = [
      ("IGPN Secretariat", "IGPN Secretariat <a@example.org>"),
      ("Lee, Kim \"K\"", "\"Lee, Kim \\\"K\\\"\" <a@example.org>"),
      ("事務局", "=?UTF-8?B?5LqL5YuZ5bGA?= <a@example.org>"),
    ]
    for (name, expected) in cases {
      #expect(EncodedWord.encode(Mailbox(displayName: name, address: address)) == expected)
    }
  }

  @Test(arguments: [
    ("a.png", ";\r\n name=a.png"),
    ("a b.png", ";\r\n name=\"a b.png\""),
    ("絵.png", ";\r\n name*=UTF-8''%E7%B5%B5.png"),
    ("x\"\r\ny", ";\r\n name=\"x\\\"  y\""),
  ])
  func writesParameters(value: String, expected: String) {
    #expect(MIMEParameter.write("name", value) == expected)
  }

  @Test func longParametersAreNumbered() {
    let written = MIMEParameter.write("filename", String(repeating: "報告", count: 40))
    #expect(written.hasPrefix(";\r\n filename*0*=UTF-8''%E5"))
    #expect(written.contains("filename*1*=%"))
    #expect(written.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
  }

  @Test func foldsAtBlanksOnly() {
    let folded = HeaderFolding.fold(String(repeating: "word ", count: 40) + "end", column: 9)
    #expect(folded.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    #expect(!folded.contains("\r\n \r\n"))
  }
}
