/// Text made ready for phrases: lower case, one blank between words, quote marks and folds gone.
///
/// Letters of Latin-1 and Cyrillic are folded, typographic apostrophes made plain, and breaks
/// between characters that take no blanks (Chinese, Japanese) left out.
package enum FoldedText {
  package static func fold(_ text: ByteSlice, limit: Int = 65_536) -> [UInt8] {
    let source = text.prefix(limit)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 2)
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      var atLineStart = true
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte.isBlank || byte == 0xC2 && index < bytes.count && bytes[index] == 0xA0 {
          if byte == 0xC2 { index += 1 }
          if byte == 0x0A || byte == 0x0D { atLineStart = true }
          if let last = result.last, last != 0x20 { result.append(0x20) }
          continue
        }
        if atLineStart, byte == UInt8(ascii: ">") || byte == UInt8(ascii: "|") { continue }
        atLineStart = false
        if byte < 0x80 {
          result.append(byte.asciiLower)
          continue
        }
        if result.last == 0x20, result.count > 1, byte >= 0xE3, result[result.count - 2] >= 0x80 {
          result.removeLast()
        }
        let next = index < bytes.count ? bytes[index] : 0
        switch (byte, next) {
        case (0xC3, 0x80...0x9E):
          result.append(0xC3)
          result.append(next + 0x20)
          index += 1
        case (0xD0, 0x90...0x9F):
          result.append(0xD0)
          result.append(next + 0x20)
          index += 1
        case (0xD0, 0xA0...0xAF):
          result.append(0xD1)
          result.append(next - 0x20)
          index += 1
        case (0xE2, 0x80) where index + 1 < bytes.count && (0x98...0x99).contains(bytes[index + 1]):
          result.append(UInt8(ascii: "'"))
          index += 2
        default: result.append(byte)
        }
      }
    }
    return result
  }
}
