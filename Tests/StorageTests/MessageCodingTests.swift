import Foundation
import Mail
import Testing

@testable import Storage

struct MessageCodingTests {
  static let all: [PreparedMessage] = [
    PreparedMessage(segments: []),
    PreparedMessage(segments: [.bytes([])]),
    PreparedMessage(segments: [.bytes(Array(0...255)), .bytes([0, 0, 0, 1])]),
    PreparedMessage(segments: [.bytes([UInt8](repeating: 7, count: 70_000))]),
    PreparedMessage(
      segments: MergeField.allCases.flatMap { field in
        MergeEncoding.allCases.map { PreparedMessage.Segment.merge(field, $0) }
      }),
    PreparedMessage(segments: [
      .when(
        .isOneOf(.recipientMember, ["KGPN", "", "夏\n"]),
        then: [.bytes([1]), .when(.has(.recipientName), then: [.bytes([2])], otherwise: [])],
        otherwise: [.merge(.to, .header)]), .bytes([3]),
      .when(.isOneOf(.recipientRoles, []), then: [], otherwise: []),
    ]),
  ]

  /// By number: a long letter as an argument would be printed, byte by byte.
  @Test(arguments: all.indices)
  func comesBack(number: Int) {
    let message = Self.all[number]
    #expect(PreparedMessageCoding.decode(PreparedMessageCoding.encode(message)) == message)
  }

  /// Letters that were approved before there were passages are read as what they were.
  @Test func oldBytesAreTheSameLetter() throws {
    var old = Data([0, 0, 0, 0, 3, 65, 66, 67, 1, 0, 0, 0, 13])
    old += Data("recipientName".utf8) + Data([0, 0, 0, 19]) + Data("htmlQuotedPrintable".utf8)
    let message = PreparedMessage(segments: [
      .bytes([65, 66, 67]), .merge(.recipientName, .htmlQuotedPrintable),
    ])
    #expect(PreparedMessageCoding.decode(old) == message)
    #expect(PreparedMessageCoding.encode(message) == old)
    #expect(
      message.canonicalBytes(language: "en")
        == Array(
          "solstice-letter-1\n2 en\nbytes 3\nABCmerge recipientName htmlQuotedPrintable\n".utf8))
  }

  @Test func passagesNestWithinBounds() {
    var segment = PreparedMessage.Segment.bytes([1])
    for _ in 0..<100 { segment = .when(.has(.to), then: [segment], otherwise: []) }
    let data = PreparedMessageCoding.encode(PreparedMessage(segments: [segment]))
    #expect(PreparedMessageCoding.decode(data) == nil)
  }

  @Test func cutOrForeignBytesAreNoMessage() {
    let whole = PreparedMessageCoding.encode(
      PreparedMessage(segments: [.bytes([1, 2, 3]), .merge(.to, .header)]))
    let border = 1 + 4 + 3
    for count in 1..<whole.count where count != border {
      #expect(PreparedMessageCoding.decode(whole.prefix(count)) == nil)
    }
    #expect(PreparedMessageCoding.decode(Data([2, 0, 0, 0, 0])) == nil)
    #expect(PreparedMessageCoding.decode(Data([0, 255, 255, 255, 255])) == nil)
    #expect(PreparedMessageCoding.decode(Data([1, 0, 0, 0, 1, 65, 0, 0, 0, 1, 65])) == nil)
  }
}
