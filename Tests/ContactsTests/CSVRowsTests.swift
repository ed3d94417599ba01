import TestSupport
import Testing

@testable import Contacts

/// Streams of CSV, in chunks of any size.
struct CSVRowsTests {
  /// A source that gives so many octets at a time.
  static func rows(
    _ bytes: [UInt8], chunk: Int, encoding: SheetEncoding? = nil
  ) throws -> (rows: [Sheet.Row], source: CSVRows) {
    var source = try CSVRows(file: "x.csv", encoding: encoding) { () throws(SheetError) in
      Self.octets(bytes, chunk: chunk)
    }
    var rows: [Sheet.Row] = []
    while let row = try source.next() { rows.append(row) }
    return (rows, source)
  }

  static func octets(_ bytes: [UInt8], chunk: Int) -> SheetOctets {
    var place = 0
    return { () throws(SheetError) -> [UInt8] in
      let end = min(place + chunk, bytes.count)
      defer { place = end }
      return Array(bytes[place..<end])
    }
  }

  static let text = #"""
    email;name;note
    a@b.example;森田 “恵子”;"two
    lines, ""quoted"""
    c@d.example;"Kim" Suk;"open
    e@f.example;𠮷田;😀 é
    """#

  @Test(arguments: [
    (SheetEncoding.utf8, "UTF-8"), (.utf16LittleEndian, "UTF-16LE"),
    (.utf16BigEndian, "UTF-16BE"), (.gb18030, "GB18030"),
  ])
  func chunksCutAnywhere(encoding: SheetEncoding, label: String) throws {
    let bytes = try #require(Iconv.encode(Self.text, as: label))
    let whole = try Self.rows(bytes, chunk: bytes.count, encoding: encoding).rows
    #expect(whole.map(\.line) == [1, 2, 4, 5])
    #expect(whole[1].cells == ["a@b.example", "森田 “恵子”", "two\nlines, \"quoted\""])
    #expect(whole[2].cells == ["c@d.example", "Kim Suk", "\"open"])
    #expect(whole[3].cells == ["e@f.example", "𠮷田", "😀 é"])
    for chunk in 1...9 {
      #expect(try Self.rows(bytes, chunk: chunk, encoding: encoding).rows == whole)
    }
  }

  @Test(arguments: [
    (SheetEncoding.shiftJIS, "CP932", "森田ソ表"), (.eucJP, "EUC-JP", "森田恵子"),
    (.iso2022JP, "ISO-2022-JP", "森田恵子"), (.big5, "BIG5", "許功蓋"), (.eucKR, "CP949", "김똠"),
    (.windows1258, "CP1258", "Nguyễn Đức"), (.windows874, "CP874", "สมชาย"),
    (.windows1251, "CP1251", "Иванов"), (.macRoman, "MACINTOSH", "Müller"),
  ])
  func charactersCutAnywhere(encoding: SheetEncoding, label: String, name: String) throws {
    let bytes = try #require(Iconv.encode("email,name\na@b.example,\(name)\n", as: label))
    for chunk in 1...5 {
      let rows = try Self.rows(bytes, chunk: chunk, encoding: encoding).rows
      #expect(rows.last?.cells == ["a@b.example", name])
    }
  }

  @Test func unclosedQuoteIsToldWithItsPlace() throws {
    let (rows, source) = try Self.rows(
      Array("email,name\na@b.example,\"Suk\nc@d.example,\"Lee, Jun\"\n".utf8), chunk: 7)
    #expect(rows.map(\.cells.last) == ["name", "\"Suk", "Lee, Jun"])
    #expect(source.remarks.map(\.code) == ["unclosed-quote"])
    #expect(source.remarks.first?.line == 2)
    #expect(source.remarks.first?.column == 2)
  }

  @Test func spacesMayFollowAClosingQuote() throws {
    let (rows, source) = try Self.rows(
      Array("email,name\na@b.example,\"two\nlines\"  \nc@d.example,Lee\n".utf8), chunk: 3)
    #expect(rows.map(\.cells.last) == ["name", "two\nlines  ", "Lee"])
    #expect(rows.map(\.line) == [1, 2, 4])
    #expect(source.remarks.isEmpty)
  }

  @Test func aMillionQuotes() throws {
    let quotes = String(repeating: "\"", count: 1_000_001)
    let (rows, source) = try Self.rows(
      Array("email,name\nx,\(quotes)\na@b.example,Suk\n".utf8), chunk: 65_536)
    #expect(rows.map(\.line) == [1, 2, 3])
    #expect(rows.last?.cells == ["a@b.example", "Suk"])
    #expect(source.remarks.map(\.code) == ["unclosed-quote"])
  }

  @Test func whatIsNoTextIsToldWithItsPlace() throws {
    let text = Array("email,name\na@b.example,".utf8)
    let bytes = text + Array("森田,恵子,é\nx,".utf8) + [0xFF, 0x41, 0x00, 0x42, 0x0A]
    let (rows, source) = try Self.rows(bytes, chunk: 5)
    #expect(rows.last?.cells == ["x", "\u{FFFD}AB"])
    #expect(Set(source.remarks.map(\.code)) == ["undecodable", "nul"])
    #expect(source.remarks.allSatisfy { $0.line == 3 && $0.column == 2 })
    #expect(source.encoding == .utf8)
  }

  @Test func megabyteCellsAreCut() throws {
    let long = String(repeating: "森", count: 700_000)
    let (rows, source) = try Self.rows(
      Array("email,name\n\(long),a@b.example\n\"\(long)\",c@d.example\n".utf8), chunk: 65_536)
    #expect(rows.map { $0.cells.last } == ["name", "a@b.example", "c@d.example"])
    #expect(rows[1].cells[0].utf8.count == (1 << 20) / 3 * 3)
    #expect(rows[1].cells[0] == rows[2].cells[0])
    #expect(source.remarks.map(\.code) == ["long-cell", "long-cell"])
    #expect(source.remarks.map(\.line) == [2, 3])
    #expect(
      source.remarks.first?.text == "the cell has 2100000 octets; the first 1048576 are read")
  }

  @Test func rowsHaveAnEnd() throws {
    let (rows, source) = try Self.rows(
      Array(("a@b.example" + String(repeating: ",x", count: 20_000) + "\nc@d.example\n").utf8),
      chunk: 4_096)
    #expect(rows.map(\.cells.count) == [16_384, 1])
    #expect(source.remarks.map(\.code) == ["wide-row"])
    #expect(source.remarks.first?.line == 1)
  }

  @Test func laterPartsDecideTheEncoding() throws {
    let plain = (0..<60_000).map { "a\($0)@b.example,Name\n" }.joined()
    let japanese = try #require(
      Iconv.encode("c@d.example,森田恵子\ne@f.example,高橋誠\n", as: "CP932"))
    let (rows, source) = try Self.rows(Array(plain.utf8) + japanese, chunk: 65_536)
    #expect(source.encoding == .shiftJIS)
    #expect(rows.suffix(2).map(\.cells.last) == ["森田恵子", "高橋誠"])
    #expect(source.remarks.isEmpty)
  }

  @Test func remarksAreBounded() throws {
    let bytes = Array("email,n\n".utf8) + (0..<5_000).flatMap { _ in [0xFF, 0x2C, 0x41, 0x0A] }
    let (rows, source) = try Self.rows(bytes, chunk: 999, encoding: .utf8)
    #expect(rows.count == 5_001)
    #expect(source.remarks.count == 51)
    #expect(source.remarks.last?.text == "the same in 4950 more places")
  }

  @Test func oddTablesGiveRemarks() throws {
    let text = "name,email,Name,note\nSuk,a@b.example,Kim,x,,more\nLee,c@d.example,,,,\n"
    var list = try ContactRows(CSVRows(Array(text.utf8), file: "x.csv"), file: "x.csv")
    let first = try list.next()
    let second = try list.next()
    #expect(first?.notes.map(\.column) == ["Name", "note", "F"])
    #expect(second?.notes.isEmpty == true)
    #expect(try list.next() == nil)
    #expect(list.remarks.map(\.code) == ["duplicate-heading", "extra-cells"])
    #expect(list.remarks.map(\.line) == [1, 2])
    #expect(list.remarks.map(\.column) == [3, 6])
    #expect(list.reading == "UTF-8, commas")
  }

  /// What is kept does not grow with the file: rows of a stream that has no end.
  @Test func streamsWithoutEnd() throws {
    let lines = Array(String(repeating: "a@b.example,Name,\"quoted, text\"\n", count: 2_000).utf8)
    var given = 0
    var source = try CSVRows(file: "x.csv", encoding: .utf8) { () throws(SheetError) in
      { () throws(SheetError) -> [UInt8] in
        given += 1
        return lines
      }
    }
    for line in 1...20_000 {
      let row = try #require(try source.next())
      #expect(row.line == line)
    }
    // The window reads no further than it must.
    #expect(given <= 20_000 / 2_000 + 8)
  }
}
