/// How much of a hostile message is looked at; what lies beyond is left out and said to be.
package struct ReadingLimits: Hashable, Sendable {
  /// Bytes of the whole message.
  package var bytes: Int
  /// Multiparts and messages inside each other.
  package var depth: Int
  /// Parts in all.
  package var parts: Int
  /// Header fields of one block.
  package var fields: Int

  package init(bytes: Int, depth: Int, parts: Int, fields: Int) {
    self.bytes = bytes
    self.depth = depth
    self.parts = parts
    self.fields = fields
  }

  package static let standard = Self(bytes: 50_000_000, depth: 16, parts: 500, fields: 1000)
}
