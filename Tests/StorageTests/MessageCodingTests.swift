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
        [MergeEncoding.header, .quotedPrintable, .htmlQuotedPrintable, .literal].map {
          PreparedMessage.Segment.merge(field, $0)
        }
      }),
  ]

  @Test(arguments: all)
  func comesBack(message: PreparedMessage) {
    #expect(PreparedMessageCoding.decode(PreparedMessageCoding.encode(message)) == message)
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
