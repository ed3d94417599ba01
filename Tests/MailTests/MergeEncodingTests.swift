import Mail
import TestSupport
import Testing

struct MergeEncodingTests {
  static let values = [
    "", "a", "Suk Kim", "=", "==3D", "a=", " ", "  a  ", "\t", "\r\n", "a\nb\r\nc\rd", ".", "..",
    "From me", "Grüße an Jörg", "夏至のお知らせ", "🌞👩‍👩‍👧", "\0", "\u{7F}", "e\u{301}",
    String(repeating: "x", count: 75), String(repeating: "x", count: 76),
    String(repeating: "=", count: 100), String(repeating: "ö", count: 200),
    String(repeating: "a b ", count: 300), "\u{2028}", "\u{FEFF}",
  ]

  private func splice(_ value: String, _ encoding: MergeEncoding) -> [UInt8] {
    let message = PreparedMessage(segments: [
      .bytes(Array("before".utf8)), .merge(.recipientName, encoding), .bytes(Array("after".utf8)),
    ])
    var buffer: [UInt8] = []
    message.splice(MergeValues([.recipientName: value]), into: &buffer)
    return buffer
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\r\n" }
    ).map(String.init)
  }

  @Test(arguments: values)
  func quotedPrintableComesBack(value: String) {
    let written = splice(value, .quotedPrintable)
    for line in lines(written) {
      #expect(line.utf8.count <= 76)
      #expect(line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(line.last != " " && line.last != "\t")
    }
    let decoded = TransferDecoding.quotedPrintable(written[...])
    #expect(decoded == Array("before\(value)after".utf8))
  }

  @Test(arguments: values)
  func htmlComesBackEscaped(value: String) {
    let written = splice(value, .htmlQuotedPrintable)
    #expect(lines(written).allSatisfy { $0.utf8.count <= 76 })
    let decoded = TransferDecoding.quotedPrintable(written[...])
    #expect(decoded == Array("before\(value)after".utf8), "nothing in it needs escaping")
  }

  @Test(arguments: [
    ("<b>&\"'</b>", "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;"), ("&amp;", "&amp;amp;"),
    ("\" onclick=\"x", "&quot; onclick=&quot;x"),
    // A mark that joins the character before must not hide it from escaping.
    ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"), ("<\u{301}b>", "&lt;\u{301}b&gt;"),
    ("'\u{FE0F}&\u{200D}>\u{20E3}", "&#39;\u{FE0F}&amp;\u{200D}&gt;\u{20E3}"),
  ])
  func htmlIsEscaped(value: String, escaped: String) {
    let decoded = TransferDecoding.quotedPrintable(splice(value, .htmlQuotedPrintable)[...])
    #expect(decoded == Array("before\(escaped)after".utf8))
  }

  @Test func noHTMLOfAnyTextSurvives() {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "<", ">", "\"", "'", "\u{301}", "\u{FE0F}", "\u{200D}", "a", " ", "ö", "한", "\r\n",
    ]
    for _ in 0..<500 {
      let value = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let decoded = TransferDecoding.quotedPrintable(splice(value, .htmlQuotedPrintable)[...])
      #expect(!decoded.contains { Array("<>\"'".utf8).contains($0) }, "\(value.debugDescription)")
    }
  }

  @Test(arguments: [
    ("Suk <a@b.example>", "Suk <a@b.example>"), ("a\r\n b", "a\r\n b"), ("a\r\n\tb", "a\r\n\tb"),
    ("a\r\nBcc: x@y.example", "a  Bcc: x@y.example"), ("a\r\n\r\nbody", "a    body"),
    ("a\nBcc: x", "a Bcc: x"), ("a\rBcc: x", "a Bcc: x"), ("a\n Bcc: x", "a  Bcc: x"),
    ("a\0b", "a b"), ("a\u{7F}b", "a b"), ("a\r\n", "a  "), ("a\r", "a "), ("", ""),
    ("\r\n\r\n b", "  \r\n b"), ("a\r\n ", "a   "), ("a\r\n \r\n b", "a   \r\n b"),
    ("ö\r\nb", "ö  b"),
  ])
  func headerBody(value: String, written: String) {
    #expect(splice(value, .header) == Array("before\(written)after".utf8))
  }

  /// No value ends the header or begins another, whatever breaks are in it.
  @Test func headerBodyInjectsNothing() {
    var random = SeededGenerator(seed: 10)
    let pieces = [
      "\r", "\n", "\r\n", " ", "\t", "Bcc:", "x", "\0", "\u{85}", "\u{2028}", "\u{301}",
    ]
    for _ in 0..<3000 {
      let value = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let written = splice(value, .header)
      var previous: UInt8 = 0
      for (index, byte) in written.enumerated() {
        if byte == 0x0A {
          #expect(previous == 0x0D, "\(value.debugDescription)")
          let next = written[index + 1]
          #expect(next == 0x20 || next == 0x09, "\(value.debugDescription)")
        }
        if previous == 0x0D { #expect(byte == 0x0A, "\(value.debugDescription)") }
        previous = byte
      }
      // A line of blanks alone is the end of the headers for those that strip blanks.
      for line in lines(written) {
        #expect(line.utf8.contains { $0 > 0x20 }, "\(value.debugDescription)")
      }
    }
  }

  @Test(arguments: [
    ("abc-123_@=", "abc-123_@="), ("a\r\nb", "ab"), ("ä", ""), ("a\0\tb", "ab"), (" a ", " a "),
  ])
  func literal(value: String, written: String) {
    #expect(splice(value, .literal) == Array("before\(written)after".utf8))
  }

  @Test func aFieldThatIsNotSetIsEmpty() {
    #expect(splice("", .literal) == Array("beforeafter".utf8))
    #expect(MergeValues()[.to].isEmpty)
    var values = MergeValues()
    values[.to] = "x"
    #expect(values[.to] == "x")
  }
}
