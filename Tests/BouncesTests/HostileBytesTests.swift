import Bounces
import Mail
import Testing

/// Whatever comes in: no crash, and time that grows with the size only.
@Suite struct HostileBytesTests {
  @Test(arguments: Samples.names) func survivesTruncation(_ name: String) {
    let bytes = Samples.bytes(name)
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let report = Report.read(Array(bytes.prefix(length)))
      #expect(!report.recipients.isEmpty)
    }
  }

  @Test func survivesChangedBytes() {
    var random = SmallRandom(seed: 20_261_124)
    for name in Samples.names {
      var bytes = Samples.bytes(name)
      for _ in 0..<(bytes.count / 50) {
        bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      #expect(!Report.read(bytes).recipients.isEmpty)
    }
  }

  @Test func survivesNoise() {
    var random = SmallRandom(seed: 7)
    for round in 0..<300 {
      let bytes = (0..<(round * 37)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      #expect(Report.read(bytes).kind == .notABounce)
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsDontMatter(_ ending: String) {
    for name in Samples.names {
      let bytes = Samples.bytes(name)
      var changed: [UInt8] = []
      for line in ByteLines(bytes[...]) {
        changed += line
        changed += ending.utf8
      }
      let before = Report.read(bytes)
      let after = Report.read(changed)
      #expect(before.kind == after.kind, "\(name)")
      #expect(
        before.recipients.map(\.recipient) == after.recipients.map(\.recipient), "\(name)")
    }
  }

  @Test func nestingIsBounded() {
    var text = ""
    for level in 0..<200 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    expectQuick(Array(text.utf8))
    let messages = String(repeating: "Content-Type: message/rfc822\n\n", count: 20_000)
    expectQuick(Array(messages.utf8))
  }

  @Test func longLinesAreBounded() {
    expectQuick([UInt8](repeating: UInt8(ascii: "a"), count: 5_000_000), seconds: 60)
    expectQuick(
      Array("Subject: ".utf8) + [UInt8](repeating: UInt8(ascii: "="), count: 5_000_000), seconds: 60
    )
    expectQuick(
      Array("From: ".utf8) + [UInt8](repeating: UInt8(ascii: "@"), count: 5_000_000), seconds: 60)
  }

  @Test(arguments: [
    "a@b.", "<", "<a ", "<style>", "&", "\n>", "=?", "=?a?b?", "a:\n ", "--\n", "--b\n", "\\x{",
    "550 ", "5.1.1 ",
    "\u{1B}$B", "<!--", "\"", "(", ";a=", "Final-Recipient: a\n", "--b\nContent-Type: x\n\n",
  ])
  func repetitionIsLinear(_ piece: String) {
    let many = Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    let headers = [
      "", "Subject: ", "From: postmaster@x.example\nSubject: returned mail\n\n",
      "Content-Type: text/html\nFrom: postmaster@x.example\n\n",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n"
        + "Content-Type: message/delivery-status\n\n",
    ]
    for header in headers { expectQuick(Array(header.utf8) + many) }
  }

  @Test func fiftyMegabytesAreTheLimit() {
    let line = Array(
      "some words of a letter, 72 columns wide or nearly so, and so on it goes\n".utf8)
    var bytes = Array("Subject: big\n\n".utf8)
    while bytes.count < 52_000_000 { bytes += line }
    #expect(MessageParser.parse(bytes).isCut)
    expectQuick(bytes, seconds: 60)
  }

  /// Generous, because debug builds on a shared machine are slow; quadratic work takes minutes.
  private func expectQuick(_ bytes: [UInt8], seconds: Int = 20) {
    let time = ContinuousClock().measure { _ = Report.read(bytes) }
    #expect(time < .seconds(seconds), "\(bytes.count) bytes took \(time)")
  }
}
