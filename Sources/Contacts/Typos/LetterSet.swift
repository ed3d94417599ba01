/// Which letters a name has, and how many: enough to see quickly that two names differ by more than
/// two slips.
struct LetterSet: Sendable {
  private(set) var bits: UInt32 = 0
  private(set) var length = 0

  init() {}

  init(_ name: Substring) {
    for byte in name.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    bits |= 1 << UInt32(byte & 31)
    length += 1
  }

  /// Two slips change at most four members of the set, and the length by two.
  func mayBeNear(_ other: LetterSet) -> Bool {
    abs(length - other.length) <= 2 && (bits ^ other.bits).nonzeroBitCount <= 4
  }
}
