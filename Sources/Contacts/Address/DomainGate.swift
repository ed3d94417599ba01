import Mail

/// Says of a lower-case ASCII domain, without building strings, whether every rule lets it pass.
///
/// It errs on the safe side: what it does not pass goes to the judge, who decides.
struct DomainGate: Sendable {
  /// Top-level names of up to eight letters, packed; open addressing, zero is free.
  private let topLevels: [UInt64]
  /// Those that a name of so many letters could be meant for.
  private let providers: [[LetterSet]]
  private let mask: UInt64

  init() {
    var table = [UInt64](repeating: 0, count: 4_096)
    let mask = UInt64(table.count - 1)
    let names = TopLevelDomains.all + SpecialUse.reserved.sorted()
    for name in names where name.utf8.count <= 8 && !SpecialUse.inside.contains(name) {
      let key = name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var slot = Self.slot(key, mask)
      while table[slot] != 0, table[slot] != key { slot = (slot + 1) & Int(mask) }
      table[slot] = key
    }
    topLevels = table
    self.mask = mask
    // “yahooco.jp” has one label less than what was meant.
    let joined = Providers.domainsWithoutDots.keys.compactMap { $0.split(separator: ".").first }
    let all =
      Providers.families.map(\.letters) + Set(joined).map { LetterSet($0, slips: 1) }
    let longest = all.map { $0.length + $0.slips }.max() ?? 0
    providers = (0...longest).map { length in
      all.filter { abs($0.length - length) <= $0.slips }
    }
  }

  func passes(_ domain: UnsafeBufferPointer<UInt8>) -> Bool {
    if let known = passesAtSight(domain) { return known }
    let text = String(decoding: domain, as: UTF8.self)
    return DomainTypos.nearProvider(text.split(separator: ".")) == nil
  }

  /// The same where no spelling must be compared; nil where the name resembles a provider's.
  func passesAtSight(_ domain: some Sequence<UInt8>) -> Bool? {
    var key: UInt64 = 0
    var length = 0
    var labels = 1
    var name = LetterSet()
    var previous: UInt8 = 0x2E
    var isWebHost = false
    for byte in domain {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        key = key << 8 | UInt64(byte)
        length += 1
        if labels == 1 { name.add(byte) }
      case 0x2D:
        guard length > 0 else { return false }
        key = key << 8 | UInt64(byte)
        length += 1
        if labels == 1 { name.add(byte) }
        // A-labels are for the judge.
        if length == 4, previous == 0x2D { return false }
      case 0x2E:
        guard length > 0, length <= 63, previous != 0x2D else { return false }
        if labels == 1, key == 0x77_77_77 { isWebHost = true }
        labels += 1
        key = 0
        length = 0
      default: return false
      }
      previous = byte
    }
    guard labels > 1, length > 0, length <= 8, previous != 0x2D, isTopLevel(key) else {
      return false
    }
    if isWebHost, labels > 2 { return false }
    return labels <= 4 && mayBeProvider(name) ? nil : true
  }

  private func isTopLevel(_ key: UInt64) -> Bool {
    var slot = Self.slot(key, mask)
    while topLevels[slot] != 0 {
      if topLevels[slot] == key { return true }
      slot = (slot + 1) & Int(mask)
    }
    return false
  }

  private func mayBeProvider(_ name: LetterSet) -> Bool {
    guard name.length < providers.count else { return false }
    for provider in providers[name.length] where provider.mayBeMeant(by: name) { return true }
    return false
  }

  private static func slot(_ key: UInt64, _ mask: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40 & mask)
  }
}
