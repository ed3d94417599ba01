import Composer
import Foundation
import Mail
import Testing

@Suite struct MessageTests {
  @Test(arguments: [Language.english, .japanese, .simplifiedChinese])
  func linesAreShortAndEndInCRLF(language: Language) throws {
    let bytes = try Samples.compose(language: language).sampleMessage
    var previous: UInt8 = 0
    var length = 0
    var longest = 0
    for byte in bytes {
      #expect((byte == 0x0A) == (previous == 0x0D), "a bare CR or LF")
      if byte == 0x0A {
        longest = max(longest, length - 1)
        length = 0
      } else {
        length += 1
      }
      #expect(byte < 0x80, "a byte that is not ASCII")
      previous = byte
    }
    #expect(longest <= 76)
  }

  @Test func valuesOfReadersCannotBreakOut() throws {
    let letter = try Samples.compose()
    var values = letter.sampleValues
    values[.recipientAddress] = "<script>\r\n.\r\nMAIL FROM:<x@example.org>"
    values[.deliveryToken] = "t\r\nBcc: x@example.org"
    var bytes: [UInt8] = []
    letter.message.splice(values, into: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("\r\nBcc:") && !text.contains("\r\n.\r\n"))
    #expect(!text.contains("<script>\r\n."))
  }

  @Test func itemsCannotImitateMergePoints() throws {
    let text =
      "---\ntitle: \"A \\u0001unsubscribeURL\\u0002 B\"\n---\nx\u{01}to\u{02}y &#1;to&#2; [a](https://a.test/&#1;to&#2;)\n"
    let items = ItemReader.read(
      files: [SourceFile(path: "2019-03-21-a.md", bytes: Array(text.utf8))])
    let item = try #require(items.items.first)
    let all = item.title + MarkdownHTML().write(item.body.blocks)
    #expect(all.contains("unsubscribeURL") && all.contains("to"))
    #expect(!all.unicodeScalars.contains("\u{01}"))
  }

  /// Reads the message with another program, and compares what it finds.
  @Test(arguments: [Language.english, .japanese])
  func pythonReadsTheSameParts(language: Language) throws {
    let letter = try Samples.compose(language: language) {
      $0.sender = Mailbox(displayName: "事務局 IGPN", address: $0.sender.address)
      $0.leavesByWeb = true
    }
    let read = try PythonMail.read(letter.sampleMessage)
    #expect(read.defects.isEmpty)
    #expect(read.headers["Subject"] == letter.subject)
    #expect(read.headers["From"] == "事務局 IGPN <secretariat@igpn.example>")
    #expect(read.headers["List-Id"] == "IGPN newsletter <newsletter.igpn.example>")
    #expect(read.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
    #expect(read.headers["Content-Language"] == language.tag)
    #expect(read.headers["Auto-Submitted"] == "auto-generated")
    #expect(
      read.parts.map(\.type) == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
        "image/png", "image/png",
      ])
    #expect(read.parts[1].text == letter.text)
    let html = try #require(read.parts[3].text)
    for part in read.parts[4...] {
      #expect(
        html.contains("cid:" + part.id.trimmingCharacters(in: CharacterSet(charactersIn: "<>"))))
    }
    #expect(read.parts[4...].map(\.size) == letter.usedFiles.prefix(3).map(\.bytes.count))
    var shown = html
    for (part, file) in zip(read.parts[4...], letter.usedFiles) {
      shown = shown.replacingOccurrences(
        of: "cid:" + part.id.dropFirst().dropLast(), with: file.path)
    }
    #expect(shown == letter.html)
  }
}
