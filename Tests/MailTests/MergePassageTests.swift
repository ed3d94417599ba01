import Mail
import TestSupport
import Testing

struct MergePassageTests {
  @Test(arguments: [
    (MergeCondition.has(.recipientName), "Suk", true), (.has(.recipientName), "", false),
    (.isOneOf(.recipientName, ["KGPN", "gpnm"]), "kgpn", true),
    (.isOneOf(.recipientName, ["KGPN"]), "KGPN, x", false),
    (.isOneOf(.recipientName, ["é"]), "E\u{301}", true), (.isOneOf(.recipientName, []), "x", false),
    (.isOneOf(.recipientName, [""]), "", false),
  ])
  func conditions(condition: MergeCondition, value: String, holds: Bool) {
    #expect(condition.holds(for: MergeValues([.recipientName: value])) == holds)
  }

  @Test(arguments: [
    ("council", true), ("gpn,Council", true), ("gpn, chairman", false), ("", false),
  ])
  func rolesAreSeveral(roles: String, holds: Bool) {
    let condition = MergeCondition.isOneOf(.recipientRoles, ["council"])
    #expect(condition.holds(for: MergeValues([.recipientRoles: roles])) == holds)
  }

  /// Any text beside any passage and value: lines stay short, and what is decoded is exact.
  @Test func anyTextStandsBesideAnyPassage() {
    var random = SeededGenerator(seed: 11)
    let texts = ["", "a", "x ", "line\n", "\n", "夏至", String(repeating: "word ", count: 30), "="]
    let values = ["", "Suk", "=\r\n<b>", String(repeating: "é", count: 90), "\u{2028}👩‍👩‍👧"]
    for _ in 0..<400 {
      func text() -> String { texts.randomElement(using: &random) ?? "" }
      let value = values.randomElement(using: &random) ?? ""
      let (one, two, three, four) = (text(), text(), text(), text())
      let body = MergeText([
        .text(one),
        .when(
          .has(.recipientName),
          then: [.text(two), .merge(.recipientName, .quotedPrintable), .text(one)],
          otherwise: [.text(three), .when(.has(.to), then: [.text(two)], otherwise: [.text(four)])]),
        .text(four), .merge(.recipientName, .quotedPrintable), .text(two),
      ])
      var writer = MIMEWriter()
      writer.part(.text(subtype: "plain", language: nil, body))
      var bytes: [UInt8] = []
      writer.finished().splice(MergeValues([.recipientName: value]), into: &bytes)
      let all = String(decoding: bytes, as: UTF8.self)
      let start = all.firstRange(of: "\r\n\r\n").map { all[$0.upperBound...] } ?? ""
      for line in start.split(separator: "\r\n", omittingEmptySubsequences: false) {
        #expect(line.utf8.count <= 76)
      }
      let passage = value.isEmpty ? three + four : two + value + one
      let expected = (one + passage + four + value + two).replacing("\n", with: "\r\n")
        .replacing("\r\r\n", with: "\r\n")
      let decoded = TransferDecoding.quotedPrintable(Array(start.utf8)[...])
      #expect(String(decoding: decoded, as: UTF8.self) == expected)
    }
  }

  @Test func canonicalBytesTellConditionsApart() {
    typealias Segment = PreparedMessage.Segment
    let all: [[Segment]] = [
      [.when(.has(.to), then: [], otherwise: [])], [.when(.has(.date), then: [], otherwise: [])],
      [.when(.has(.to), then: [.bytes([1])], otherwise: [])],
      [.when(.has(.to), then: [], otherwise: [.bytes([1])])],
      [.when(.has(.to), then: [], otherwise: []), .bytes([1])],
      [.when(.isOneOf(.to, []), then: [], otherwise: [])],
      [.when(.isOneOf(.to, ["a"]), then: [], otherwise: [])],
      [.when(.isOneOf(.to, ["a", "b"]), then: [], otherwise: [])],
      [.when(.isOneOf(.to, ["a,b"]), then: [], otherwise: [])],
      [.when(.isOneOf(.to, ["a\n1 b"]), then: [], otherwise: [])],
      [.when(.has(.to), then: [.when(.has(.date), then: [], otherwise: [])], otherwise: [])],
      [.when(.has(.to), then: [], otherwise: [.when(.has(.date), then: [], otherwise: [])])],
    ]
    let bytes = all.map { PreparedMessage(segments: $0).canonicalBytes(language: "en") }
    #expect(Set(bytes).count == all.count)
  }

  @Test(arguments: [("a b&c=d/é?#", "a%20b%26c%3Dd%2F%C3%A9%3F%23"), ("-._~09azAZ", "-._~09azAZ")])
  func piecesOfAddresses(value: String, written: String) {
    let message = PreparedMessage(segments: [.merge(.recipientName, .urlQuotedPrintable)])
    var bytes: [UInt8] = []
    message.splice(MergeValues([.recipientName: value]), into: &bytes)
    let decoded = TransferDecoding.quotedPrintable(bytes[...])
    #expect(String(decoding: decoded, as: UTF8.self) == written)
  }
}
