/// Tells contents apart by 128 bits (two FNV-1a runs); it is no protection against forgery.
package struct ContentFingerprint: Sendable {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x9e37_79b9_7f4a_7c15

  package init() {}

  package init(_ bytes: some Sequence<UInt8>) {
    combine(bytes)
  }

  package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte) ^ (second >> 29)) &* 0x100_0000_01b3
    }
  }

  /// The fingerprint as 32 hexadecimal digits.
  package var hex: String {
    [first, second].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
