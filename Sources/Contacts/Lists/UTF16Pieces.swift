/// Makes UTF-8 of a file that comes piece by piece and begins with UTF-16's mark; leaves others be.
struct UTF16Pieces: Sendable {
  private enum Form {
    case unknown
    case asItIs
    case littleEndian
    case bigEndian
  }

  private var form = Form.unknown
  /// Octets that were not enough for a unit, or for a pair.
  private var held: [UInt8] = []

  mutating func utf8(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if form == .asItIs { return piece }
    held += piece
    if form == .unknown {
      guard held.count >= 2 else {
        // A first octet that is no part of a mark needs no waiting.
        guard let first = held.first, first != 0xFE, first != 0xFF else { return [] }
        form = .asItIs
        defer { held = [] }
        return held[...]
      }
      switch (held[0], held[1]) {
      case (0xFF, 0xFE): form = .littleEndian
      case (0xFE, 0xFF): form = .bigEndian
      default: form = .asItIs
      }
      if form == .asItIs {
        defer { held = [] }
        return held[...]
      }
      held.removeFirst(2)
    }
    var units: [UInt16] = []
    units.reserveCapacity(held.count / 2)
    var index = 0
    while index + 1 < held.count {
      let (first, second) = (UInt16(held[index]), UInt16(held[index + 1]))
      units.append(form == .littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    // The first half of a pair waits for the other.
    if let last = units.last, (0xD800...0xDBFF).contains(last) {
      units.removeLast()
      index -= 2
    }
    held.removeFirst(index)
    return Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }
}
