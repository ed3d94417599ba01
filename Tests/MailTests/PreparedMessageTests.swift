import Foundation
import Mail
import Testing

struct PreparedMessageTests {
  private static func message(_ segments: PreparedMessage.Segment...) -> PreparedMessage {
    PreparedMessage(segments: segments)
  }

  private static let bytes = PreparedMessage.Segment.bytes

  static let different: [(String, PreparedMessage)] = [
    ("en", message()),
    ("ja", message()),
    ("en", message(bytes([]))),
    ("en", message(bytes([1]))),
    ("en", message(bytes([2]))),
    ("en", message(bytes([1, 2]))),
    ("en", message(bytes([1]), bytes([2]))),
    ("en", message(bytes([2]), bytes([1]))),
    ("en", message(.merge(.to, .header))),
    ("en", message(.merge(.to, .literal))),
    ("en", message(.merge(.date, .header))),
    ("en", message(.merge(.to, .header), .merge(.date, .header))),
    ("en", message(.merge(.date, .header), .merge(.to, .header))),
    ("en", message(.merge(.to, .header), bytes([1]))),
    ("en", message(bytes([1]), .merge(.to, .header))),
    // Contents that look like what stands between them.
    ("en", message(bytes(Array("merge to header\n".utf8)))),
    ("en", message(bytes(Array("bytes 1\n\u{1}".utf8)))),
    ("en", message(bytes(Array("a\n".utf8)))),
    ("en\nbytes 2\na", message()),
    ("", message()),
  ]

  @Test func canonicalBytesTellAllApart() {
    let all = Self.different.map { $0.1.canonicalBytes(language: $0.0) }
    #expect(Set(all).count == all.count)
  }

  @Test func canonicalBytesAreTheSameForTheSame() {
    for (language, message) in Self.different {
      let copy = PreparedMessage(segments: message.segments)
      #expect(copy.canonicalBytes(language: language) == message.canonicalBytes(language: language))
    }
  }

  /// One bit flipped anywhere shows.
  @Test func eachByteCounts() {
    let source = Array("Subject: Solstice\r\n\r\nHello".utf8)
    let before = Self.message(Self.bytes(source)).canonicalBytes(language: "en")
    for index in source.indices {
      var changed = source
      changed[index] ^= 1
      #expect(Self.message(Self.bytes(changed)).canonicalBytes(language: "en") != before)
    }
  }

  @Test func splicesInOrderAndAppends() {
    let message = Self.message(
      Self.bytes(Array("To: ".utf8)), .merge(.to, .header), Self.bytes(Array("\r\n".utf8)),
      .merge(.deliveryToken, .literal), .merge(.to, .header))
    #expect(message.fixedCount == 6)
    var buffer = Array("!".utf8)
    message.splice(MergeValues([.to: "a@b.example", .deliveryToken: "tok"]), into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "!To: a@b.example\r\ntoka@b.example")
  }

  @Test func survivesCoding() throws {
    for (_, message) in Self.different {
      let data = try JSONEncoder().encode(message)
      #expect(try JSONDecoder().decode(PreparedMessage.self, from: data) == message)
    }
  }
}
