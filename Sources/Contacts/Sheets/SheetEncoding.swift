/// The encodings that spreadsheets of the networks come in.
package enum SheetEncoding: String, CaseIterable, Codable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  case shiftJIS = "Shift_JIS"
  case eucKR = "EUC-KR"
  case gb18030 = "GB18030"
  case big5 = "Big5"

  /// Takes a name as people write it: `sjis`, `cp949`, `gbk`.
  package init?(name: some StringProtocol) {
    let word = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch word {
    case "utf8": self = .utf8
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "latin1", "iso88591": self = .windows1252
    case "shiftjis", "sjis", "cp932", "windows31j": self = .shiftJIS
    case "euckr", "cp949", "uhc", "ksc56011987": self = .eucKR
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    case "big5", "big5hkscs", "cp950": self = .big5
    default: return nil
    }
  }

  /// The converter's name for what programs really write under the label.
  var iconvName: String {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: rawValue
    case .windows1252: "CP1252"
    case .shiftJIS: "CP932"
    case .eucKR: "CP949"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    }
  }

  /// How many octets a byte-order mark takes at the beginning, if there is this encoding's.
  func markLength(_ bytes: [UInt8]) -> Int {
    switch self {
    case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    default: 0
    }
  }

  /// The bytes as text, without a byte-order mark; what is not valid becomes U+FFFD.
  func decode(_ bytes: [UInt8]) -> String {
    let body = bytes[markLength(bytes)...]
    switch self {
    case .utf8: return String(decoding: body, as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      let low = self == .utf16LittleEndian ? 0 : 1
      var units: [UInt16] = []
      units.reserveCapacity(body.count / 2)
      var index = body.startIndex
      while index + 1 < body.endIndex {
        units.append(UInt16(body[index + low]) | UInt16(body[index + 1 - low]) << 8)
        index += 2
      }
      return String(decoding: units, as: UTF16.self)
    default:
      let converted = TextConverter.utf8(body, from: iconvName)
      return String(decoding: converted.bytes, as: UTF8.self)
    }
  }
}
