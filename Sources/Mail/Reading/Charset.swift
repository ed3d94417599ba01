/// Text in any charset to UTF-8: the common ones natively, the others through iconv.
///
/// Labels are often wrong: what is valid UTF-8 with high bytes is UTF-8 whatever the label says.
package enum Charset {
  /// The bytes as a string; what no charset explains becomes U+FFFD or Windows-1252.
  package static func utf8Text(_ bytes: ByteSlice, label: String?) -> String {
    utf8(bytes, label: label).text
  }

  /// The bytes as UTF-8, without a copy where they are UTF-8 already.
  package static func utf8(_ bytes: ByteSlice, label: String?) -> ByteSlice {
    let name = (label ?? "").lowercased()
    if name.hasPrefix("utf-16") || name == "utf16" || hasUTF16Mark(bytes) {
      return utf16(bytes, littleEndian: name.hasSuffix("le"))
    }
    let shape = Shape(bytes)
    if shape.hasISO2022Escape, !shape.hasHighBytes || name.hasPrefix("iso-2022") {
      if !shape.hasHighBytes {
        let escape = name.hasPrefix("iso-2022") ? name : "iso-2022-jp"
        return Iconv.utf8(bytes, from: escape) ?? bytes
      }
    }
    // HZ and UTF-7 hide in ASCII; everything else in ASCII is ASCII.
    if !shape.hasHighBytes {
      guard name == "hz-gb-2312" || name == "utf-7" else { return bytes }
      return Iconv.utf8(bytes, from: name == "utf-7" ? "UTF-7" : "HZ") ?? bytes
    }
    if isUTF8(bytes) { return bytes }
    switch name {
    case "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii", "": break
    case "utf-8", "utf8": break
    default:
      if let converted = Iconv.utf8(bytes, from: iconvName(name)) { return converted }
    }
    return windows1252(bytes)
  }

  /// Names that iconv doesn't know, and those whose wider form mailers really mean.
  private static func iconvName(_ name: String) -> String {
    switch name {
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": "CP932"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "cp936": "GB18030"
    case "ks_c_5601-1987", "euc-kr", "ksc5601", "korean": "CP949"
    case "big5", "big5-hkscs", "cn-big5": "BIG5-HKSCS"
    case "x-euc-jp", "iso-2022-jp", "iso-2022-jp-ms": "EUC-JP"
    case "iso-2022-kr": "CP949"
    case "iso-8859-8-i", "iso-8859-8-e": "ISO-8859-8"
    case "unicode-1-1-utf-7": "UTF-7"
    default: name
    }
  }

  private struct Shape {
    var hasHighBytes = false
    var hasISO2022Escape = false

    init(_ bytes: ByteSlice) {
      let found = bytes.withUnsafeBufferPointer { buffer -> (Bool, Bool) in
        var high: UInt8 = 0
        var escape = false
        for byte in buffer {
          high |= byte
          if byte == 0x1B { escape = true }
        }
        return (high >= 0x80, escape)
      }
      hasHighBytes = found.0
      hasISO2022Escape = found.1
    }
  }

  private static func isUTF8(_ bytes: ByteSlice) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      var whole = 0
      let count = buffer.count
      while index < count {
        let byte = buffer[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        let length: Int
        switch byte {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return false
        }
        // A character cut off at the end is truncation where whole ones came before.
        if index + length > count { return whole > 0 }
        for next in (index + 1)..<(index + length) where buffer[next] & 0xC0 != 0x80 {
          return false
        }
        whole += 1
        index += length
      }
      return true
    }
  }

  private static func windows1252(_ bytes: ByteSlice) -> ByteSlice {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
        continue
      }
      let value = byte < 0xA0 ? high1252[Int(byte) - 0x80] : UInt16(byte)
      append(UInt32(value), to: &result)
    }
    return result[...]
  }

  private static func hasUTF16Mark(_ bytes: ByteSlice) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return false }
    return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF
  }

  private static func utf16(_ bytes: ByteSlice, littleEndian: Bool) -> ByteSlice {
    var little = littleEndian
    var body = bytes
    if hasUTF16Mark(bytes) {
      little = bytes.first == 0xFF
      body = bytes.dropFirst(2)
    }
    var units: [UInt16] = []
    units.reserveCapacity(body.count / 2)
    var index = body.startIndex
    while index + 1 < body.endIndex {
      let (first, second) = (UInt16(body[index]), UInt16(body[index + 1]))
      units.append(little ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)[...]
  }

  static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return append(0xFFFD, to: &result) }
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static let high1252: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
