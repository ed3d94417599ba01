import TestSupport
import Testing

@testable import Contacts
@testable import Workbooks

/// Workbooks made to harm: each is read or refused with a reason, in bounded memory.
struct HostileWorkbookTests {
  static let list = SmallBooks.inline([["email", "name"], ["a@b.example", "Suk"]])
  static let excel = SmallBooks.excel([("A", false, list)], strings: ["<t>x</t>"])
  static let table = SmallBooks.openDocument(
    """
    <table:table table:name="A"><table:table-row><table:table-cell><text:p>email</text:p>\
    </table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>a@b.example\
    </text:p></table:table-cell></table:table-row></table:table>
    """)

  /// Reads to the end, or gives the refusal.
  static func refusal(_ bytes: [UInt8], mostRows: Int = 5_000) -> String? {
    do {
      var source = try WorkbookRows(bytes, file: "x.xlsx")
      for _ in 0..<mostRows { guard try source.next() != nil else { break } }
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [excel, table])
  func everyTruncation(bytes: [UInt8]) throws {
    #expect(Self.refusal(bytes) == nil)
    for count in 0..<bytes.count {
      let refusal = Self.refusal(Array(bytes[..<count]))
      // Without its directory at the end a zip archive can still be whole.
      if let refusal { #expect(refusal.hasPrefix("x.xlsx: ")) }
    }
    #expect(Self.refusal(Array(bytes[..<(bytes.count / 2)])) != nil)
  }

  @Test(arguments: 0..<40)
  func mutatedArchives(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for original in [Self.excel, Self.table] {
      for _ in 0..<25 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        if let refusal = Self.refusal(bytes) { #expect(refusal.hasPrefix("x.xlsx: ")) }
      }
    }
  }

  @Test(arguments: 0..<40)
  func mutatedXML(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "<c r=\"XFD1\"><v>1</v></c>", "<row r=\"-5\"/>", "<row r=\"99999999999999999999\">", "<v>",
      "</c>", "<c t=\"s\"><v>99</v></c>", "<c r=\"ZZZZZZ1\"/>", "&amp;", "&x;", "<is>", "<rPh>",
      "<c s=\"-1\"><v>1e999</v></c>", "<![CDATA[x]]>", "<!--", "]]>", "\u{FFFE}", "<row>", "</row>",
    ]
    for _ in 0..<40 {
      var text = Self.list
      for _ in 0..<3 {
        let place = text.index(
          text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
        text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
      }
      let refusal = Self.refusal(SmallBooks.excel([("A", false, text)], strings: ["<t>x</t>"]))
      if let refusal { #expect(refusal.hasPrefix("x.xlsx: ")) }
    }
  }

  @Test(arguments: 0..<20)
  func randomBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(Self.refusal(bytes) != nil)
    #expect(Self.refusal([0x50, 0x4B, 0x03, 0x04] + bytes) != nil)
    #expect(Self.refusal(OldWorkbook.mark + bytes) != nil)
  }

  @Test func entitiesAreRefused() {
    var bomb = "<!DOCTYPE w [<!ENTITY a \"lol\">"
    for (one, other) in zip("bcdefghij", "abcdefghi") {
      bomb += "<!ENTITY \(one) \"" + String(repeating: "&\(other);", count: 10) + "\">"
    }
    let outside = "<!DOCTYPE w [<!ENTITY j SYSTEM \"file:///etc/passwd\">"
    for type in [bomb, outside] {
      let sheet = type + "]><worksheet><sheetData><row><c t=\"str\"><v>&j;</v></c></row>"
      let parts = SmallBooks.excelParts([("A", false, Self.list)]).map { name, content in
        name.hasSuffix("sheet1.xml")
          ? (name, ZipWriting.Content.text(sheet + "</sheetData></worksheet>")) : (name, content)
      }
      #expect(
        Self.refusal(ZipWriting.archive(parts)) == """
          x.xlsx: the workbook is damaged (xl/worksheets/sheet1.xml: its XML has a document type); \
          open it in the spreadsheet program and save it again
          """)
    }
  }

  /// Replaces one part of a good workbook.
  static func book(_ part: String, _ content: ZipWriting.Content) -> [UInt8] {
    ZipWriting.archive(
      SmallBooks.excelParts([("A", false, list)]).map { $0.0 == part ? (part, content) : $0 })
  }

  static let spaces = String(repeating: " ", count: 1_000)

  @Test(arguments: [
    (
      "xl/worksheets/sheet1.xml",
      ZipWriting.Content.repeated(
        "<worksheet><sheetData>", "<row><c><v>\(spaces)</v></c></row>", 100_000,
        "</sheetData></worksheet>")
    ),
    ("xl/sharedStrings.xml", .repeated("<sst>", "<si><t>\(spaces)</t></si>", 100_000, "</sst>")),
    ("xl/styles.xml", .filled(0x20, 100 << 20)), ("xl/workbook.xml", .filled(0x20, 100 << 20)),
    ("_rels/.rels", .filled(0x20, 100 << 20)),
  ])
  func bombs(part: String, content: ZipWriting.Content) {
    let bytes = Self.book(part, content)
    #expect(bytes.count < 2 << 20)
    let refusal = Self.refusal(bytes, mostRows: 10)
    #expect(refusal != nil)
    if let refusal {
      #expect(
        refusal.contains("unpacks to far more than a list has") || refusal.contains("is too long")
          || refusal.contains("damaged"), "\(refusal)")
    }
  }

  @Test func linksAreNotFollowed() {
    let refusal = Self.refusal(Self.book("xl/worksheets/sheet1.xml", .link("/etc/passwd")))
    #expect(
      refusal == """
        x.xlsx: the workbook is damaged (the sheet “A” is missing); open it in the spreadsheet \
        program and save it again
        """)
  }

  @Test func absurdRepetitionsEnd() throws {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>a</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"999999999\">\(cell)</table:table-row>"
    let bytes = SmallBooks.openDocument("<table:table table:name=\"A\">\(row)\(row)</table:table>")
    var source = try WorkbookRows(bytes, file: "x.ods")
    let first = try #require(try source.next())
    #expect(first.cells.count == 16_384)
    #expect(source.remarks.map(\.code) == ["wide-row", "wide-row", "too-many-rows"])
    let refusal = Self.refusal(bytes, mostRows: .max)
    #expect(refusal?.contains("unpacks to far more") == true)
  }

  @Test func rowsEndWhereSheetsDo() throws {
    let row = { (line: Int) in "<row r=\"\(line)\"><c t=\"str\"><v>x</v></c></row>" }
    let (rows, source) = try SmallBooks.rows(
      SmallBooks.excel([("A", false, row(1_048_576) + row(1_048_577))]))
    #expect(rows.map(\.line) == [1_048_576])
    #expect(source.remarks.map(\.code) == ["too-many-rows"])
  }

  @Test func longCellsAreCut() throws {
    let long = String(repeating: "森", count: 500_000)
    let (rows, source) = try SmallBooks.rows(
      SmallBooks.excel([("A", false, SmallBooks.inline([[long, "b"]]))]))
    #expect(rows.first?.cells.map(\.utf8.count) == [(1 << 20) / 3 * 3, 1])
    #expect(source.remarks.map(\.code) == ["long-cell"])
  }
}
