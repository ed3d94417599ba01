/// What a row says that may have to be shown beside a later one, packed into octets.
///
/// A million rows take about forty megabytes; rows with texts longer than any address are
/// kept without them.
struct RowStore: Sendable {
  struct Row: Hashable, Sendable {
    var line: Int
    /// How many of its cells are filled, for choosing which row to keep.
    var facts: Int
    var name: String
    /// The address as written; empty where it was too long to keep.
    var written: String
    /// The address that is mailed.
    var address: String
  }

  private static let chunk = 1 << 20
  private static let longest = 320

  private var chunks: [[UInt8]] = []

  /// Keeps a row and gives its handle; nil once four gigabytes are full.
  mutating func add(_ row: Row) -> UInt32? {
    let fits = row.name.utf8.count <= Self.longest && row.written.utf8.count <= Self.longest
    let name = Array((fits ? row.name : "").utf8)
    let written = Array((fits ? row.written : "").utf8)
    let address = Array((fits && row.address != row.written ? row.address : "").utf8)
    let size = 11 + name.count + written.count + address.count
    if chunks.isEmpty || chunks[chunks.count - 1].count + size > Self.chunk {
      guard chunks.count < 4_000 else { return nil }
      var fresh: [UInt8] = []
      fresh.reserveCapacity(Self.chunk)
      chunks.append(fresh)
    }
    let last = chunks.count - 1
    let handle = UInt32(last * Self.chunk + chunks[last].count)
    withUnsafeBytes(of: UInt32(clamping: row.line).littleEndian) {
      chunks[last].append(contentsOf: $0)
    }
    chunks[last].append(UInt8(clamping: row.facts))
    for text in [name, written, address] {
      chunks[last].append(UInt8(text.count & 0xFF))
      chunks[last].append(UInt8(text.count >> 8))
      chunks[last].append(contentsOf: text)
    }
    return handle
  }

  subscript(handle: UInt32) -> Row {
    let bytes = chunks[Int(handle) / Self.chunk]
    var place = Int(handle) % Self.chunk
    let next = { () -> Int in
      place += 1
      return Int(bytes[place - 1])
    }
    let text = { () -> String in
      let count = next() | next() << 8
      place += count
      return String(decoding: bytes[(place - count)..<place], as: UTF8.self)
    }
    let line = next() | next() << 8 | next() << 16 | next() << 24
    let facts = next()
    let name = text()
    let written = text()
    let address = text()
    return Row(
      line: line, facts: facts, name: name, written: written,
      address: address.isEmpty ? written : address)
  }
}
