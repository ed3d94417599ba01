import TestSupport
import Testing

@testable import Contacts

/// How often the encoding of a list is told rightly, and at least how often it must be.
struct DetectionRateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var language: String
    var encoding: SheetEncoding
    var headings: String
    var names: (people: [Substring], organisations: [Substring])
    /// For lists of one row; longer ones are to be told always.
    var least: Double

    var testDescription: String { "\(language) in \(encoding.rawValue)" }
  }

  static let cases: [Case] = [
    Case(
      language: "ja", encoding: .shiftJIS, headings: "氏名,メール,団体名",
      names: InventedNames.japanese, least: 1),
    Case(
      language: "ja", encoding: .eucJP, headings: "氏名,メール,団体名",
      names: InventedNames.japanese, least: 1),
    Case(
      language: "ja", encoding: .iso2022JP, headings: "氏名,メール,団体名",
      names: InventedNames.japanese, least: 1),
    Case(
      language: "zh-Hans", encoding: .gb18030, headings: "姓名,邮箱,单位",
      names: InventedNames.simplified, least: 0.95),
    Case(
      language: "zh-Hant", encoding: .big5, headings: "姓名,電子郵件,單位",
      names: InventedNames.traditional, least: 0.95),
    Case(
      language: "ko", encoding: .eucKR, headings: "이름,이메일,기관", names: InventedNames.korean,
      least: 1),
    Case(
      language: "th", encoding: .windows874, headings: "ชื่อ,อีเมล,องค์กร", names: InventedNames.thai,
      least: 1),
    Case(
      language: "vi", encoding: .windows1258, headings: "Họ và tên,Email,Tổ chức",
      names: InventedNames.vietnamese, least: 0.95),
    Case(
      language: "de", encoding: .windows1252, headings: "Name,E-Mail,Verband",
      names: InventedNames.german, least: 1),
    Case(
      language: "fr", encoding: .windows1252, headings: "Nom,Courriel,Société",
      names: InventedNames.french, least: 1),
    Case(
      language: "fr", encoding: .macRoman, headings: "Nom,Courriel,Société",
      names: InventedNames.french, least: 0.9),
    Case(
      language: "es", encoding: .windows1252, headings: "Nombre,Correo,Organización",
      names: InventedNames.spanish, least: 0.95),
    Case(
      language: "ru", encoding: .windows1251, headings: "Имя,Почта,Организация",
      names: InventedNames.russian, least: 1),
  ]

  /// A list of so many rows; some have English headings and no organisations, which tells least.
  static func list(_ test: Case, rows: Int, random: inout SeededGenerator) -> String {
    let isShort = Bool.random(using: &random)
    var text = (isShort ? "name,email" : test.headings) + "\r\n"
    for row in 0..<rows {
      let person = test.names.people.randomElement(using: &random) ?? ""
      let organisation = test.names.organisations.randomElement(using: &random) ?? ""
      text +=
        isShort ? "\(person),a\(row)@b.example" : "\(person),a\(row)@b.example,\(organisation)"
      text += "\r\n"
    }
    return text
  }

  @Test(arguments: cases, [1, 5, 20, 100])
  func rate(of test: Case, rows: Int) throws {
    var random = SeededGenerator(seed: UInt64(rows))
    let name = try #require(test.encoding.iconvName)
    var right = 0
    var all = 0
    for _ in 0..<(rows == 1 ? 60 : 20) {
      let text = Self.list(test, rows: rows, random: &random)
      let converter = try #require(TextConverter(from: "UTF-8", to: name))
      var bytes: [UInt8] = []
      var lost = 0
      _ = converter.convert(Array(text.utf8), isLast: true, into: &bytes) { _ in lost += 1 }
      #expect(lost == 0, "\(text)")
      // Where nothing is beyond ASCII there is nothing to tell.
      if bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) { continue }
      all += 1
      let found = try CSVRows(bytes, file: "x.csv").encoding
      // Another encoding that reads the same is as good.
      if found == test.encoding || Self.decoded(bytes, found) == Self.decoded(bytes, test.encoding)
      {
        right += 1
      }
    }
    #expect(all > 0)
    let least = rows == 1 ? test.least : 1
    #expect(Double(right) >= least * Double(all), "\(right) of \(all)")
  }

  private static func decoded(_ bytes: [UInt8], _ encoding: SheetEncoding) -> [UInt8] {
    var text: [UInt8] = []
    var decoder = StreamDecoder(encoding)
    decoder?.decode(bytes, isLast: true, into: &text, base: 0)
    return text
  }
}
