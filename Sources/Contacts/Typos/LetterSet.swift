/// Which letters a name has, how many, and its first: enough to see quickly that it can't be a
/// misspelt provider's.
struct LetterSet: Sendable {
  private var bits: UInt32 = 0
  private(set) var length = 0
  /// How many slips may lie between a typed name and this one.
  let slips: Int

  init() { slips = 1 }

  init(_ name: Substring, slips: Int) {
    self.slips = slips
    for byte in name.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    bits |= 1 << UInt32(byte & 31)
    length += 1
  }

  /// Each slip changes at most two members of the set, and the length by one.
  func mayBeMeant(by typed: LetterSet) -> Bool {
    abs(length - typed.length) <= slips && (bits ^ typed.bits).nonzeroBitCount <= 2 * slips
  }
}
