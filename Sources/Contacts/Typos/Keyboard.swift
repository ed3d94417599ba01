/// How likely one key is struck for another, on the QWERTY layout that addresses are typed on.
enum Keyboard {
  private static let rows = ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm,."]

  private static let places: [UInt8: (x: Double, y: Double)] = {
    var places: [UInt8: (x: Double, y: Double)] = [:]
    let offsets = [0, 0.5, 0.75, 1.25]
    for (y, row) in rows.enumerated() {
      for (x, key) in row.utf8.enumerated() { places[key] = (Double(x) + offsets[y], Double(y)) }
    }
    return places
  }()

  /// Whether the keys touch each other.
  static func areNeighbours(_ one: UInt8, _ other: UInt8) -> Bool {
    neighbours.contains(one, other)
  }

  private static let neighbours = KeyPairs(areClose)
  private static let lookAlikes = KeyPairs(areAlike)

  private static func areClose(_ one: UInt8, _ other: UInt8) -> Bool {
    guard let a = places[one], let b = places[other] else { return false }
    let x = a.x - b.x
    let y = a.y - b.y
    return one != other && x * x + y * y < 1.7
  }

  /// What it costs to take one letter for the other: slips of the finger and look-alikes are cheap.
  static func substitution(_ one: UInt8, _ other: UInt8) -> Double {
    if areNeighbours(one, other) { return 0.7 }
    return lookAlikes.contains(one, other) ? 0.8 : 1.2
  }

  private static func areAlike(_ one: UInt8, _ other: UInt8) -> Bool {
    let alike = ["0o", "1l", "1i", "il", "vu", "aeiou", "ck", "sz", "mn", "5s", "yi", "-_"]
    return alike.contains { $0.utf8.contains(one) && $0.utf8.contains(other) }
  }
}
