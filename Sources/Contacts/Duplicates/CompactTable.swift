/// A dictionary by 64-bit hashes in two flat arrays, for a million entries and more.
///
/// Whoever makes a hash keys it at random (`Hasher`), so that no list can be written to collide.
struct CompactTable<Value: BitwiseCopyable & Sendable>: Sendable {
  /// Zero marks a free place.
  private var keys: [UInt64]
  private var values: [Value]
  private(set) var count = 0
  private let filler: Value

  init(filler: Value) {
    self.filler = filler
    keys = [UInt64](repeating: 0, count: 64)
    values = [Value](repeating: filler, count: 64)
  }

  subscript(key: UInt64) -> Value? {
    get {
      let place = place(of: key)
      return keys[place] == 0 ? nil : values[place]
    }
    set {
      guard let newValue else { return }
      if (count + 1) * 5 > keys.count * 4 { grow() }
      let place = place(of: key)
      if keys[place] == 0 {
        keys[place] = Self.nonZero(key)
        count += 1
      }
      values[place] = newValue
    }
  }

  private func place(of key: UInt64) -> Int {
    let key = Self.nonZero(key)
    var place = Int(key.multipliedFullWidth(by: UInt64(keys.count)).high)
    while keys[place] != 0, keys[place] != key {
      place += 1
      if place == keys.count { place = 0 }
    }
    return place
  }

  /// By half: doubling would leave more free places than a list of a million people can afford.
  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count / 2 * 3)
    values = [Value](repeating: filler, count: old.0.count / 2 * 3)
    for (index, key) in old.0.enumerated() where key != 0 {
      let place = place(of: key)
      keys[place] = key
      values[place] = old.1[index]
    }
  }

  private static func nonZero(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }
}

/// Hashes of texts, keyed at random once per run of the program.
enum TextHash {
  /// The kind keeps two readings of one text apart.
  static func of(_ kind: UInt8, _ first: String, _ second: String = "") -> UInt64 {
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(first)
    hasher.combine(second)
    return UInt64(UInt(bitPattern: hasher.finalize()))
  }
}
