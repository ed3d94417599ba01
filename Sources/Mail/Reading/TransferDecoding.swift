/// Content-transfer-encodings (RFC 2045 section 6) read leniently: what is no code is left out.
package enum TransferDecoding {
  /// Decodes base64; foreign characters are skipped, padding ends a group, a cut tail is kept.
  package static func base64(_ bytes: ByteSlice) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3 + 3)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      let value = table[Int(byte)]
      if value < 64 {
        group = group << 6 | UInt32(value)
        held += 1
        if held == 4 {
          result.append(UInt8(truncatingIfNeeded: group >> 16))
          result.append(UInt8(truncatingIfNeeded: group >> 8))
          result.append(UInt8(truncatingIfNeeded: group))
          group = 0
          held = 0
        }
      } else if byte == UInt8(ascii: "=") {
        flush(group, held, into: &result)
        group = 0
        held = 0
      }
    }
    flush(group, held, into: &result)
    return result
  }

  /// Decodes quoted-printable; an `=` that begins no code stays.
  package static func quotedPrintable(
    _ bytes: ByteSlice, underscoreIsSpace: Bool = false
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    let end = bytes.endIndex
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "_"), underscoreIsSpace {
        result.append(0x20)
      } else if byte != UInt8(ascii: "=") {
        result.append(byte)
      } else if let afterBreak = softBreak(bytes, from: index) {
        index = afterBreak
      } else if index + 1 < end, let high = hex(bytes[index]), let low = hex(bytes[index + 1]) {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func softBreak(_ bytes: ByteSlice, from start: Int) -> Int? {
    var index = start
    // Blanks after "=" are the work of gateways; bounded so that blank lines cost no more than once.
    while index < bytes.endIndex, index - start < 80, bytes[index].isMailSpace { index += 1 }
    if index == bytes.endIndex { return index }
    if bytes[index] == 0x0A { return index + 1 }
    guard bytes[index] == 0x0D else { return nil }
    index += 1
    return index < bytes.endIndex && bytes[index] == 0x0A ? index + 1 : index
  }

  private static func flush(_ group: UInt32, _ held: Int, into result: inout [UInt8]) {
    if held == 2 { result.append(UInt8(truncatingIfNeeded: group >> 4)) }
    if held == 3 {
      result.append(UInt8(truncatingIfNeeded: group >> 10))
      result.append(UInt8(truncatingIfNeeded: group >> 2))
    }
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (index, byte) in letters.utf8.enumerated() { table[Int(byte)] = UInt8(index) }
    return table
  }()
}
