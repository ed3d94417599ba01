/// The encodings that spreadsheets of the networks come in.
package enum SheetEncoding: String, CaseIterable, Codable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"
  case shiftJIS = "Shift_JIS"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"
  case eucKR = "EUC-KR"
  case gb18030 = "GB18030"
  case big5 = "Big5"
  case windows874 = "Windows-874"
  case windows1258 = "Windows-1258"
  case windows1251 = "Windows-1251"
  case macRoman = "MacRoman"

  /// Takes a name as people write it: `sjis`, `cp949`, `gbk`.
  package init?(name: some StringProtocol) {
    let word = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch word {
    case "utf8": self = .utf8
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "latin1", "iso88591", "ansi": self = .windows1252
    case "shiftjis", "sjis", "cp932", "windows31j": self = .shiftJIS
    case "eucjp", "ujis": self = .eucJP
    case "iso2022jp", "jis": self = .iso2022JP
    case "euckr", "cp949", "uhc", "ksc56011987": self = .eucKR
    case "gb18030", "gbk", "gb2312", "cp936", "euccn": self = .gb18030
    case "big5", "big5hkscs", "cp950": self = .big5
    case "windows874", "cp874", "tis620", "iso885911": self = .windows874
    case "windows1258", "cp1258": self = .windows1258
    case "windows1251", "cp1251": self = .windows1251
    case "macroman", "macintosh", "mac": self = .macRoman
    default: return nil
    }
  }

  /// The converter's name for what programs really write under the label; nil where none is needed.
  var iconvName: String? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1252: "CP1252"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP-MS"
    case .iso2022JP: "ISO-2022-JP-2"
    case .eucKR: "CP949"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .windows874: "CP874"
    case .windows1258: "CP1258"
    case .windows1251: "CP1251"
    case .macRoman: "MACINTOSH"
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
}
