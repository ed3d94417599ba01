import TestSupport
import Testing

@testable import Contacts

/// Lists as Excel saves them, by their bytes.
struct ExcelHabitsTests {
  static let expected = [
    ["name", "email", "note"], ["Müller, Jörg", "a@b.example", "5\" disk"],
    ["Suk", "c@d.example", "two\nlines"],
  ]

  static func rows(_ bytes: [UInt8]) throws -> (cells: [[String]], source: CSVRows) {
    let (rows, source) = try CSVRowsTests.rows(bytes, chunk: 4_096)
    return (rows.map(\.cells), source)
  }

  static func encoded(_ text: String, _ label: String) throws -> [UInt8] {
    try #require(Iconv.encode(text, as: label))
  }

  @Test func unicodeText() throws {
    let text =
      "name\temail\tnote\r\n\"Müller, Jörg\"\ta@b.example\t\"5\"\" disk\"\r\n"
      + "Suk\tc@d.example\t\"two\nlines\"\r\n"
    let (cells, source) = try Self.rows([0xFF, 0xFE] + Self.encoded(text, "UTF-16LE"))
    #expect(cells == Self.expected)
    #expect(source.reading == "UTF-16LE, tabs")
  }

  @Test(arguments: ["sep=;\r\n", ""])
  func semicolonsOfEurope(first: String) throws {
    let text =
      first + "name;email;note\r\nMüller, Jörg;a@b.example;\"5\"\" disk\"\r\n"
      + "Suk;c@d.example;\"two\nlines\"\r\n"
    let (cells, source) = try Self.rows(Self.encoded(text, "CP1252"))
    #expect(cells == Self.expected)
    #expect(source.reading == "Windows-1252, semicolons")
  }

  @Test func japaneseWindows() throws {
    let text = "氏名,メール\r\n森田 恵子,a@b.example\r\n①㈱ソ,c@d.example\r\n"
    let (cells, source) = try Self.rows(Self.encoded(text, "CP932"))
    #expect(cells.map(\.first) == ["氏名", "森田 恵子", "①㈱ソ"])
    #expect(source.encoding == .shiftJIS)
  }

  @Test func lineEndsOfOldMacs() throws {
    let text = "name;email\rJörg;a@b.example\rSuk;c@d.example"
    let (rows, source) = try CSVRowsTests.rows(Self.encoded(text, "MACINTOSH"), chunk: 3)
    #expect(rows.map(\.line) == [1, 2, 3])
    #expect(rows.map(\.cells.first) == ["name", "Jörg", "Suk"])
    #expect(source.encoding == .macRoman)
  }

  @Test func emptyColumnsAndRowsAtTheEnd() throws {
    let text = "name,email,,,\r\nSuk,a@b.example,,,\r\n,,,,\r\n,,,,\r\n"
    var list = try ContactRows(CSVRows(Array(text.utf8), file: "x.csv"), file: "x.csv")
    #expect(try list.next()?.notes.isEmpty == true)
    #expect(try list.next() == nil)
    #expect(list.remarks.isEmpty)
  }

  @Test func quotesAmidACell() throws {
    let (cells, source) = try Self.rows(
      Array("name,email\n5\" Kim \"Suk\",a@b.example\n\"Kim\" \"Suk\",c@d.example\n".utf8))
    #expect(cells.map(\.first) == ["name", "5\" Kim \"Suk\"", "Kim \"Suk\""])
    #expect(source.remarks.isEmpty)
  }

  @Test(arguments: [
    ("tis-620", SheetEncoding.windows874), ("CP1258", .windows1258), ("euc_jp", .eucJP),
    ("ISO-2022-JP", .iso2022JP), ("cp1251", .windows1251), ("macroman", .macRoman),
    ("GBK", .gb18030), ("Latin-1", .windows1252),
  ])
  func encodingsHaveManyNames(name: String, encoding: SheetEncoding) {
    #expect(SheetEncoding(name: name) == encoding)
  }

  @Test(arguments: [
    ("<html><table>", "a web page (HTML)"), ("\u{FEFF}<?xml version=\"1.0\"?>", "an XML file"),
    ("BEGIN:VCARD\n", "an address book (vCard)"), ("%PDF-1.7", "a PDF"),
    ("SQLite format 3\0", "a database (SQLite)"),
  ])
  func otherKindsAreNamed(text: String, kind: String) {
    let error = #expect(throws: SheetError.self) { try CSVRows(Array(text.utf8), file: "x.csv") }
    #expect(error == .notText(file: "x.csv", kind: kind))
  }
}
