/// Gives a chunk of a file's octets at each call; an empty one at the end.
package typealias SheetOctets = () throws(SheetError) -> [UInt8]

/// The part of a decoded text that is being read; grows at its end and forgets its beginning.
///
/// Places within it are counted from the next octet to be read.
struct TextWindow {
  private var text: [UInt8] = []
  private var index = 0
  /// How much text was forgotten.
  private var base = 0
  private var decoder: StreamDecoder
  private let octets: SheetOctets
  private var isAtEnd = false
  /// The file's first octets as they are.
  private(set) var raw: [UInt8] = []
  private var nextFlaw = 0

  init(_ decoder: StreamDecoder, _ octets: @escaping SheetOctets) {
    self.decoder = decoder
    self.octets = octets
  }

  /// Reads on until so much is there, or all.
  mutating func fill(_ count: Int) throws(SheetError) {
    while text.count - index < count, !isAtEnd { try readChunk() }
  }

  /// What is there.
  var head: ArraySlice<UInt8> { text[index...] }

  /// A window of what is there and no more, to try things out.
  var frozen: TextWindow {
    var copy = self
    copy.isAtEnd = true
    return copy
  }

  private mutating func readChunk() throws(SheetError) {
    let chunk = try octets()
    isAtEnd = chunk.isEmpty
    if raw.isEmpty { raw = Array(chunk.prefix(1_024)) }
    decoder.decode(chunk, isLast: isAtEnd, into: &text, base: base)
  }

  /// Whether there is an octet at a place; reads on to know.
  @inline(__always)
  mutating func hasMore(_ place: Int = 0) throws(SheetError) -> Bool {
    if index + place < text.count { return true }
    while !isAtEnd {
      try readChunk()
      if index + place < text.count { return true }
    }
    return false
  }

  var first: UInt8 { text[index] }

  subscript(place: Int) -> UInt8 { text[index + place] }

  mutating func take() -> UInt8 {
    index += 1
    return text[index - 1]
  }

  mutating func drop(_ count: Int) { index += count }

  /// Forgets what was read, once it is worth the copying.
  mutating func compact() {
    guard index > 65_536, index >= text.count / 2 else { return }
    text.removeSubrange(..<index)
    base += index
    index = 0
  }

  /// How far the next separator or line end is, looked for from a place on; the window's end where
  /// there is none in it.
  func bareLength(_ separator: UInt8, from place: Int) -> Int {
    text.withUnsafeBufferPointer { text in
      var end = index + place
      while end < text.count {
        let byte = text[end]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        end += 1
      }
      return end - index
    }
  }

  func text(_ count: Int) -> String { String(decoding: text[index..<index + count], as: UTF8.self) }

  func head(_ end: Int, from start: Int = 0) -> [UInt8] { Array(text[index + start..<index + end]) }

  /// Whether something before a place, read or not, was no text and has not been told yet.
  func hasFlaw(before place: Int) -> Bool {
    nextFlaw < decoder.flaws.count && decoder.flaws[nextFlaw].place < base + index + place
  }

  /// The kinds of flaws before a place that were not told yet.
  mutating func takeFlaws(before place: Int) -> Set<StreamDecoder.Flaw.Kind> {
    var kinds: Set<StreamDecoder.Flaw.Kind> = []
    while hasFlaw(before: place) {
      kinds.insert(decoder.flaws[nextFlaw].kind)
      nextFlaw += 1
    }
    if nextFlaw == decoder.flaws.count || nextFlaw > 4_096 {
      decoder.flaws.removeFirst(nextFlaw)
      nextFlaw = 0
    }
    return kinds
  }
}
