/// What a file's octets tell about its encoding: marks, validity as UTF-8, and the lines that have
/// anything beyond ASCII.
struct EncodingEvidence {
  /// Lines with octets beyond ASCII, or escapes.
  private(set) var lines: [UInt8] = []
  private var head: [UInt8] = []
  private var decoder = StreamDecoder(.utf8)
  private var broken = 0
  private var scratch: [UInt8] = []

  private static let enough = 32_768
  private static let escape: UInt8 = 0x1B

  mutating func add(_ chunk: [UInt8]) {
    if head.count < Self.enough { head += chunk.prefix(Self.enough - head.count) }
    let isPlain = chunk.withUnsafeBytes { bytes in
      var index = 0
      _ = UTF8Shape.length(bytes, at: &index)
      return index == bytes.count && !bytes.contains(Self.escape)
    }
    if !isPlain, lines.count < Self.enough {
      for line in chunk.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
        guard line.contains(where: { $0 >= 0x80 || $0 == Self.escape }) else { continue }
        lines += line.prefix(4_096)
        lines.append(0x0A)
        if lines.count >= Self.enough { break }
      }
    }
    scratch.removeAll(keepingCapacity: true)
    decoder?.decode(chunk, isLast: false, into: &scratch, base: 0)
    broken += decoder?.flaws.count { $0.kind == .undecodable } ?? 0
    decoder?.flaws.removeAll(keepingCapacity: true)
  }

  var isEnough: Bool {
    lines.count >= Self.enough || head.starts(with: [0xFF, 0xFE])
      || head.starts(with: [0xFE, 0xFF])
      || head.starts(with: [0xEF, 0xBB, 0xBF])
  }

  /// The encoding where there is no doubt.
  var sure: SheetEncoding? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = wideWithoutMark { return wide }
    // A few bad octets in a file that is UTF-8 otherwise.
    let beyond = decoder?.beyondASCII ?? 0
    if broken * 4 <= beyond, beyond > 0 { return .utf8 }
    guard lines.allSatisfy({ $0 < 0x80 }) else { return nil }
    return hasJapaneseEscapes ? .iso2022JP : .utf8
  }

  /// UTF-16 without its mark: ASCII separators leave a zero at every other place.
  private var wideWithoutMark: SheetEncoding? {
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    guard zeros[0] + zeros[1] > head.count / 10 else { return nil }
    if zeros[1] > 4 * zeros[0] { return .utf16LittleEndian }
    return zeros[0] > 4 * zeros[1] ? .utf16BigEndian : nil
  }

  /// `ESC $ B`, `ESC $ @`: what follows are pairs of JIS X 0208.
  private var hasJapaneseEscapes: Bool {
    lines.indices.dropLast(2).contains { place in
      lines[place] == Self.escape && lines[place + 1] == 0x24
        && [0x40, 0x42].contains(lines[place + 2])
    }
  }
}
