/// Which letters a name has, how many, and its first: enough to see quickly that it can't be a
/// misspelt provider's.
struct LetterSet: Sendable {
  private var bits: UInt32 = 0
  private(set) var length = 0
  private var first: UInt8 = 0

  init() {}

  init(_ name: Substring) {
    for byte in name.utf8 { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    if length == 0 { first = byte }
    bits |= 1 << UInt32(byte & 31)
    length += 1
  }

  /// How many slips may lie between a typed name and this one: two only in long names that begin
  /// right.
  func slips(startingWith typed: LetterSet) -> Int { length >= 7 && first == typed.first ? 2 : 1 }

  /// Each slip changes at most two members of the set, and the length by one.
  func mayBeMeant(by typed: LetterSet) -> Bool {
    let slips = slips(startingWith: typed)
    return abs(length - typed.length) <= slips && (bits ^ typed.bits).nonzeroBitCount <= 2 * slips
  }
}
