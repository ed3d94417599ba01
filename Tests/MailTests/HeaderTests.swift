import Mail
import TestSupport
import Testing

struct HeaderTests {
  /// No value with one of these exists.
  static let breaks: [UInt32] =
    Array(0..<9) + Array(10..<0x20) + Array(0x7F..<0xA0) + [0x2028, 0x2029]

  @Test(arguments: breaks)
  func refusesAndReplacesBreaks(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    for text in ["a\(scalar)b", "\(scalar)", "a\(scalar)\u{301}b"] {
      let error = #expect(throws: HeaderError.self) { _ = try HeaderValue(text, for: "Subject") }
      #expect(error?.header == "Subject")
      let cleaned = HeaderValue.sanitising(text).text
      #expect(!cleaned.unicodeScalars.contains(scalar))
      #expect(try HeaderValue(cleaned).text == cleaned)
    }
  }

  @Test func injectionBecomesText() {
    let value = HeaderValue.sanitising("News\r\nBcc: all@example.org\r\n\r\nbody")
    #expect(value.text == "News  Bcc: all@example.org    body")
  }

  @Test(arguments: [
    "", "a", "a\tb", "Grüße", "夏至 🌞", "\u{A0}", String(repeating: "x", count: 5000),
  ])
  func keepsText(text: String) throws {
    #expect(try HeaderValue(text).text == text)
    #expect(HeaderValue.sanitising(text).text == text)
  }

  @Test func sanitisedTextIsAlwaysAValue() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
      let value = HeaderValue.sanitising(String(decoding: bytes, as: UTF8.self))
      #expect(try HeaderValue(value.text) == value)
    }
  }

  @Test(arguments: ["", "a b", "a:", "a\r\nb", "ä", "\0", "a\t"])
  func refusesFieldName(name: String) throws {
    let value = try HeaderValue("x")
    #expect(throws: HeaderError.self) { _ = try HeaderField(name, value) }
  }

  @Test func takesFieldName() throws {
    let field = try HeaderField("X-Solstice!", HeaderValue("x"))
    #expect(field.name == "X-Solstice!")
  }
}
