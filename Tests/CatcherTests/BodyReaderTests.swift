import Testing

@testable import Catcher

/// The end of the text and its dots: only CRLF.CRLF ends it (no smuggling).
struct BodyReaderTests {
  struct Text: Sendable, CustomTestStringConvertible {
    let sent: String
    let kept: String
    var isBare = false
    var rest = ""
    var testDescription: String { sent.debugDescription }
  }

  static let texts = [
    Text(sent: ".\r\n", kept: ""), Text(sent: "a\r\n.\r\n", kept: "a\r\n"),
    Text(sent: "..\r\n.\r\n", kept: ".\r\n"), Text(sent: ".a\r\n.\r\n", kept: "a\r\n"),
    Text(sent: "a.\r\n.b.\r\n.\r\nNOOP\r\n", kept: "a.\r\nb.\r\n", rest: "NOOP\r\n"),
    Text(sent: "a\n.\n.\r\nb\r\n.\r\n", kept: "a\n.\n.\r\nb\r\n", isBare: true),
    Text(sent: "a\r\n.\nb\r\n.\r\n", kept: "a\r\n\nb\r\n", isBare: true),
    Text(sent: "a\n.\r\nb\r\n.\r\n", kept: "a\n.\r\nb\r\n", isBare: true),
    Text(sent: "a\r.\rb\r\n.\r\n", kept: "a\r.\rb\r\n", isBare: true),
    Text(sent: "a\r\n.\rb\r\n.\r\n", kept: "a\r\n\rb\r\n", isBare: true),
    Text(sent: "a\r\n.\r\r\n.\r\n", kept: "a\r\n\r\r\n", isBare: true),
    Text(sent: "a\r\r\n.\r\n", kept: "a\r\r\n", isBare: true),
    Text(sent: "\r\n\n.\r\n\r\n.\r\n", kept: "\r\n\n.\r\n\r\n", isBare: true),
    Text(sent: "\0ü\r\n.\r\n", kept: "\0ü\r\n"),
  ]

  @Test(arguments: texts, [1, 2, 3, 1000])
  func reads(text: Text, size: Int) {
    var reader = BodyReader(sizeLimit: 1000)
    let bytes = Array(text.sent.utf8)
    var taken = 0
    while taken < bytes.count, !reader.isComplete {
      taken += bytes[taken..<min(taken + size, bytes.count)].withUnsafeBytes { reader.feed($0) }
    }
    #expect(reader.isComplete)
    #expect(String(decoding: reader.octets, as: UTF8.self) == text.kept)
    #expect(String(decoding: bytes[taken...], as: UTF8.self) == text.rest)
    #expect(reader.hasBareLines == text.isBare)
    #expect(reader.received == taken)
  }

  @Test func neverEndsWithoutCRLF() {
    for text in ["a\n.\n", "a\r.\r", "a\r\n.\n", "a\n.\r\n", "a\r\n.\r", "a.\r\n", "a\r\n. \r\n"] {
      var reader = BodyReader(sizeLimit: 1000)
      _ = Array(text.utf8).withUnsafeBytes { reader.feed($0) }
      #expect(!reader.isComplete, "\(text.debugDescription)")
    }
  }

  /// All texts of eight octets from CR, LF, dot and a letter, against the definition.
  @Test func likeTheDefinition() {
    let alphabet: [UInt8] = [0x0D, 0x0A, 0x2E, 0x61]
    var wrong: [[UInt8]] = []
    for number in 0..<65_536 {
      let text = (0..<8).map { alphabet[number >> (2 * $0) & 3] }
      for size in [1, 3, 8] {
        var reader = BodyReader(sizeLimit: 100)
        var taken = 0
        while taken < 8, !reader.isComplete {
          taken += text[taken..<min(taken + size, 8)].withUnsafeBytes { reader.feed($0) }
        }
        let (kept, end) = Self.defined(text)
        let isRight = reader.isComplete ? end == taken && reader.octets == kept : end == nil
        if !isRight { wrong.append(text) }
      }
    }
    #expect(wrong.isEmpty)
  }

  /// The text up to CRLF.CRLF without its dots, and where it ends.
  private static func defined(_ text: [UInt8]) -> (kept: [UInt8], end: Int?) {
    var kept: [UInt8] = []
    var position = 0
    while let end = (position..<max(position, text.count - 1)).first(where: {
      text[$0] == 0x0D && text[$0 + 1] == 0x0A
    }) {
      let line = text[position..<end]
      if line == [0x2E] { return (kept, end + 2) }
      kept += (line.first == 0x2E ? line.dropFirst() : line) + [0x0D, 0x0A]
      position = end + 2
    }
    return (kept, nil)
  }

  @Test func theLongestLine() {
    var reader = BodyReader(sizeLimit: 100_000)
    let long = [UInt8](repeating: 0x78, count: 9000)
    for part in [long, long, Array("\r\nab\r\n.".utf8), Array("\r\n".utf8)] {
      _ = part.withUnsafeBytes { reader.feed($0) }
    }
    #expect(reader.isComplete)
    #expect(reader.longestLine == 18_002)
  }

  @Test func restartsClean() {
    var reader = BodyReader(sizeLimit: 10)
    _ = Array("0123456789a\n\r\n.\r\n".utf8).withUnsafeBytes { reader.feed($0) }
    #expect(reader.isTooLarge)
    #expect(reader.octets.isEmpty)
    reader.restart()
    _ = Array("0123456\r\n.\r\n".utf8).withUnsafeBytes { reader.feed($0) }
    #expect(reader.isComplete)
    #expect(!reader.isTooLarge)
    #expect(!reader.hasBareLines)
    #expect(reader.octets == Array("0123456\r\n".utf8))
  }

  /// Two million bare line feeds in chunks take as long as any other text of that size.
  @Test(.timeLimit(.minutes(1)), arguments: ["\n", "\r", "\r\n..", "."])
  func linear(piece: String) {
    let chunk = [UInt8](String(repeating: piece, count: 65_536 / piece.utf8.count).utf8)
    var reader = BodyReader(sizeLimit: 10_000_000)
    for _ in 0..<100 { _ = chunk.withUnsafeBytes { reader.feed($0) } }
    #expect(!reader.isComplete)
    #expect(reader.received > 6_000_000)
  }
}
