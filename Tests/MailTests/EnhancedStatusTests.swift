import Mail
import TestSupport
import Testing

struct EnhancedStatusTests {
  @Test(arguments: ["2.0.0", "4.7.1", "5.1.1", "5.7.999", "4.999.0", "5.0.0"])
  func readsAndPrints(text: String) {
    #expect(EnhancedStatus(parsing: text)?.description == text)
  }

  @Test(arguments: [
    "", "5", "5.1", "5.1.", ".1.1", "3.1.1", "0.0.0", "1.1.1", "6.1.1", "55.1.1", "5.1000.1",
    "5.1.1000", "5.1.1.1", "5.1.1 ", " 5.1.1", "5,1,1", "5.-1.1", "5.1.1a", "٥.١.١",
    "5.99999999999999999999.1",
  ])
  func refuses(text: String) {
    #expect(EnhancedStatus(parsing: text) == nil)
  }

  @Test(
    arguments: [
      ("5.1.1", "5.1.1"), ("550 5.1.1 user unknown", "5.1.1"), ("550-5.7.1 no", nil),
      ("(#5.1.1)", "5.1.1"), ("#5.1.1", "5.1.1"), ("status=5.2.2;", "5.2.2"), ("[4.4.1]", "4.4.1"),
      ("it was 5.1.1.", "5.1.1"), ("said: 5.1.1, sorry", "5.1.1"), ("5.1.1\r\n", "5.1.1"),
      ("codes 4.2.0 then 5.1.1", "4.2.0"), ("9.9.9 5.1.1", "5.1.1"), ("<5.3.0>", "5.3.0"),
      ("", nil), ("no status", nil), ("from 192.0.2.1", nil), ("10.5.1.1", nil),
      ("[10.5.1.1]", nil), ("192.5.2.1 said no", nil), ("host 5.1.1.2 said no", nil),
      ("5.1.1.2.3", nil), ("version 2.5.1.4", nil), ("1.2.5.1.1", nil), ("v5.1.1", nil),
      ("mail-5.1.1", nil), ("5.1.1-rc", nil), ("5.1.1b", nil), ("x5.1.1", nil), ("5.1.1_2", nil),
      ("3.5.11", nil), ("12.4.2024", nil), ("192.5.2.1 said 5.7.1", "5.7.1"),
      ("10.4.4.4: 4.4.1 timed out", "4.4.1"), ("٥5.1.1", nil),
    ] as [(String, String?)])
  func findsTheFirst(text: String, status: String?) {
    #expect(EnhancedStatus.first(in: text)?.description == status)
  }

  @Test func anyBytesAreRead() {
    var random = SeededGenerator(seed: 3)
    let alphabet = Array("0123456789..-# a\u{E9}".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<30).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      if let status = EnhancedStatus.first(in: String(decoding: bytes, as: UTF8.self)) {
        #expect([2, 4, 5].contains(status.statusClass))
        #expect(EnhancedStatus(parsing: status.description) == status)
      }
    }
  }

  @Test func makesNoImpossibleOnes() {
    #expect(EnhancedStatus(statusClass: 3, subject: 0, detail: 0) == nil)
    #expect(EnhancedStatus(statusClass: 5, subject: -1, detail: 0) == nil)
    #expect(EnhancedStatus(statusClass: 5, subject: 0, detail: 1000) == nil)
  }
}
