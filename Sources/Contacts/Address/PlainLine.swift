/// A line that is nothing but an ordinary ASCII address, answered octet by octet.
enum PlainLine {
  /// A plain line has up to 256 octets; its answer repeats it, with ten more.
  static let longestAnswer = 600
  /// How many domains are remembered.
  static let places = 16_384

  private static let dot: UInt8 = 2
  private static let atext: UInt8 = 1
  private static let host: UInt8 = 4

  /// What an octet may be: `atext` before the @, a dot, a letter, digit or hyphen of a host.
  static let classes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in 0..<UInt8(0x80) {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: table[Int(byte)] = atext | host
      case 0x2E: table[Int(byte)] = dot
      case 0x21, 0x23, 0x24, 0x26, 0x27, 0x2A, 0x2B, 0x2F, 0x3F, 0x5E...0x60, 0x7B...0x7E:
        table[Int(byte)] = atext
      default: break
      }
    }
    return table
  }()

  /// Reads and answers one line; nil where anything in it is not plain.
  static func answer(
    _ line: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, _ gate: DomainGate,
    _ passed: UnsafeMutableBufferPointer<UInt8>, _ target: UnsafeMutableBufferPointer<UInt8>
  ) -> (read: Int, written: Int)? {
    let limit = min(line.count, 256)
    guard limit > 6 else { return nil }
    var at = 0
    var previous = dot
    while at < limit {
      let kind = classes[Int(line[at])]
      if kind & atext == 0 {
        guard kind == dot, previous != dot else { break }
      }
      previous = kind
      at += 1
    }
    guard at < limit, line[at] == 0x40, at > 0, at <= 64, previous != dot else { return nil }
    // “'”, “%20”, “www.”, “email=” and the like are for the judge.
    if classes[Int(line[0])] & host == 0 && line[0] != 0x5F && line[0] != 0x2B
      || at > 4 && hasWebPrefix(line)
    {
      return nil
    }
    var end = at + 1
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while end < limit {
      let byte = line[end]
      guard classes[Int(byte)] & (host | dot) != 0 else { break }
      let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
      end += 1
    }
    guard end < limit else { return nil }
    let width = end
    var next = end
    if line[next] == 0x0D { next += 1 }
    guard next < line.count, line[next] == 0x0A else { return nil }
    let length = end - at - 1
    guard length >= 4, length <= 63, width <= 254 else { return nil }
    let write = width + 7 + at + 1
    for index in 0..<length {
      let byte = line[at + 1 + index]
      target[write + index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    let domain = UnsafeBufferPointer(rebasing: target[write..<(write + length)])
    guard isKnown(domain, hash, gate, passed) else { return nil }
    for index in 0..<width { target[index] = line[index] }
    let middle: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
      0x09, 0x6F, 0x6B, 0x09, 0x6F, 0x6B, 0x09
    )
    withUnsafeBytes(of: middle) { for index in 0..<7 { target[width + index] = $0[index] } }
    for index in 0...at { target[width + 7 + index] = line[index] }
    target[write + length] = 0x0A
    return (next + 1, write + length + 1)
  }

  private static func hasWebPrefix(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line[3] == 0x2E && line[0] | 0x20 == 0x77 && line[1] | 0x20 == 0x77 && line[2] | 0x20 == 0x77
  }

  private static func isKnown(
    _ domain: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ gate: DomainGate,
    _ passed: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard domain.count < 32 else { return gate.passes(domain) }
    let first = Int(truncatingIfNeeded: hash ^ hash >> 29) & (places - 1) & ~1
    let slot = first * 32
    if holds(passed, slot, domain) || holds(passed, slot + 32, domain) { return true }
    if holds(passed, slot, domain, refused) || holds(passed, slot + 32, domain, refused) {
      return false
    }
    let passes = gate.passes(domain)
    for index in slot..<(slot + 32) { passed[index + 32] = passed[index] }
    passed[slot] = UInt8(domain.count) | (passes ? 0 : refused)
    for index in 0..<domain.count { passed[slot + 1 + index] = domain[index] }
    return passes
  }

  /// Set beside the length of a domain that is for the judge.
  private static let refused: UInt8 = 0x80

  private static func holds(
    _ passed: UnsafeMutableBufferPointer<UInt8>, _ slot: Int, _ domain: UnsafeBufferPointer<UInt8>,
    _ mark: UInt8 = 0
  ) -> Bool {
    guard passed[slot] == UInt8(domain.count) | mark else { return false }
    for index in 0..<domain.count where passed[slot + 1 + index] != domain[index] { return false }
    return true
  }
}
