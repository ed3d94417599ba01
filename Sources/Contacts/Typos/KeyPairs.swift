/// A relation between ASCII keys, worked out once.
struct KeyPairs: Sendable {
  private var rows = [(low: UInt64, high: UInt64)](repeating: (0, 0), count: 128)

  init(_ holds: (UInt8, UInt8) -> Bool) {
    for one in 0..<UInt8(128) {
      for other in 0..<UInt8(128) where holds(one, other) {
        if other < 64 {
          rows[Int(one)].low |= 1 << UInt64(other)
        } else {
          rows[Int(one)].high |= 1 << UInt64(other - 64)
        }
      }
    }
  }

  func contains(_ one: UInt8, _ other: UInt8) -> Bool {
    guard one < 128, other < 128 else { return false }
    let row = rows[Int(one)]
    return (other < 64 ? row.low >> UInt64(other) : row.high >> UInt64(other - 64)) & 1 == 1
  }
}
