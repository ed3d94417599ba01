/// Decodes a file to UTF-8 chunk by chunk, wherever the chunks cut its characters.
struct StreamDecoder {
  /// Something in the octets that is no text, at a place of the decoded text.
  struct Flaw {
    enum Kind { case undecodable, nul }
    var place: Int
    var kind: Kind
  }

  /// What was found and not yet taken by who reads the text.
  var flaws: [Flaw] = []
  /// How many characters beyond ASCII there were, for UTF-8 only.
  private(set) var beyondASCII = 0
  private let encoding: SheetEncoding
  private let converter: TextConverter?
  /// A character that has only begun.
  private var rest: [UInt8] = []
  private var isFirst = true

  /// Fails where the system lacks the encoding's converter.
  init?(_ encoding: SheetEncoding) {
    self.encoding = encoding
    guard let name = encoding.iconvName else {
      converter = nil
      return
    }
    converter = TextConverter(from: name)
    if converter == nil { return nil }
  }

  /// Appends a chunk's text; `base` is the place of the text's first octet in all of it.
  mutating func decode(_ chunk: [UInt8], isLast: Bool, into text: inout [UInt8], base: Int) {
    var octets = rest.isEmpty ? chunk : rest + chunk
    if isFirst {
      if octets.count < 4, !isLast {
        rest = octets
        return
      }
      isFirst = false
      let mark = encoding.markLength(octets)
      if mark > 0 { octets.removeFirst(mark) }
    }
    let start = text.count
    let taken: Int
    switch encoding {
    case .utf8: taken = utf8(octets, isLast: isLast, into: &text, base: base)
    case .utf16LittleEndian, .utf16BigEndian:
      taken = utf16(octets, isLast: isLast, into: &text, base: base)
    default:
      var broken: [Flaw] = []
      taken =
        converter?.convert(octets, isLast: isLast, into: &text) {
          broken.append(Flaw(place: base + $0, kind: .undecodable))
        } ?? octets.count
      flaws += broken
    }
    rest = taken < octets.count ? Array(octets[taken...]) : []
    addNULs(of: text, from: start, base: base)
  }

  /// NULs stay in the text, where the places of other flaws are counted; who reads drops them.
  private mutating func addNULs(of text: [UInt8], from start: Int, base: Int) {
    guard text[start...].contains(0) else { return }
    for index in start..<text.count where text[index] == 0 {
      flaws.append(Flaw(place: base + index, kind: .nul))
    }
    flaws.sort { $0.place < $1.place }
  }

  private mutating func utf8(
    _ octets: [UInt8], isLast: Bool, into text: inout [UInt8], base: Int
  ) -> Int {
    var beyond = 0
    var broken: [Flaw] = []
    let taken = octets.withUnsafeBytes { bytes -> Int in
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = UTF8Shape.length(bytes, at: &index)
        if index >= bytes.count { break }
        if length > 0 {
          beyond += 1
          index += length
          continue
        }
        if length == UTF8Shape.begun, !isLast { break }
        text.append(contentsOf: bytes[start..<index])
        broken.append(Flaw(place: base + text.count, kind: .undecodable))
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += 1
        start = index
      }
      text.append(contentsOf: bytes[start..<index])
      return index
    }
    beyondASCII += beyond
    flaws += broken
    return taken
  }

  private mutating func utf16(
    _ octets: [UInt8], isLast: Bool, into text: inout [UInt8], base: Int
  ) -> Int {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    func unit(_ index: Int) -> UInt32 {
      UInt32(octets[index + low]) | UInt32(octets[index + 1 - low]) << 8
    }
    var index = 0
    while index + 1 < octets.count {
      var value = unit(index)
      index += 2
      if value & 0xFC00 == 0xD800 {
        if index + 1 >= octets.count, !isLast { return index - 2 }
        let trail = index + 1 < octets.count ? unit(index) : 0
        if trail & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value & 0x3FF) << 10 + trail & 0x3FF
          index += 2
        }
      }
      if let scalar = Unicode.Scalar(value) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        broken(&text, base: base)
      }
    }
    guard index < octets.count, isLast else { return index }
    broken(&text, base: base)
    return octets.count
  }

  private mutating func broken(_ text: inout [UInt8], base: Int) {
    flaws.append(Flaw(place: base + text.count, kind: .undecodable))
    text.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }
}
