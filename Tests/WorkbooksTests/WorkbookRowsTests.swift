import Foundation
import TestSupport
import Testing

@testable import Contacts
@testable import Workbooks

@Suite struct WorkbookRowsTests {
  @Test func excelCells() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
      <row r="4" spans="1:9"><c r="A4" t="s"><v>2</v></c><c r="C4" s="1"><v>43640</v></c>\
      <c r="D4" s="2"><v>43640</v></c><c r="E4"><v>8.15012345678E+11</v></c>\
      <c r="F4" t="b"><v>1</v></c><c r="G4" t="str"><f>A1&amp;B1</f><v>a&amp;b</v></c>\
      <c r="H4" s="3"><v>600001</v></c><c r="I4" s="4"><v>43640.395833333336</v></c>\
      <c r="J4"><v>0.1</v></c><c r="K4" t="inlineStr"><is><r><t>Rich </t></r><r><t>text</t></r></is></c>\
      <c r="L4" t="e"><v>#N/A</v></c></row>
      """
    let (read, source) = try SmallBooks.rows(
      SmallBooks.excel(
        [("A &amp; B", false, rows)],
        strings: [
          "<t>email</t>", "<t>name</t>",
          "<r><t>森田</t></r><r><t xml:space=\"preserve\"> 恵子</t></r>"
            + "<rPh sb=\"0\" eb=\"2\"><t>モリタ</t></rPh>",
        ]))
    #expect(read.map(\.line) == [1, 4])
    #expect(read[0].cells == ["email", "name"])
    #expect(
      read[1].cells == [
        "森田 恵子", "", "2019-06-24", "2019-06-24", "815012345678", "TRUE", "a&b", "0600001",
        "2019-06-24 09:30", "0.1", "Rich text", "#N/A",
      ])
    #expect(source.reading == "Excel workbook, sheet “A & B”")
    #expect(source.remarks.isEmpty)
  }

  @Test(arguments: [
    ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"),
    ("61", false, "1900-03-01"), ("0", true, "1904-01-01"), ("42178", true, "2019-06-24"),
    ("2958465", false, "9999-12-31"), ("2958466", false, "2958466"), ("-1", false, "-1"),
    ("43640.99999999", false, "2019-06-25"), ("x", false, "x"),
  ])
  func dates(serial: String, from1904: Bool, expected: String) {
    #expect(CellNumber.text(serial, style: .date, from1904: from1904) == expected)
  }

  @Test(arguments: [
    ("General", CellNumber.Style.plain), ("0", .plain), ("0.00", .plain), ("00000", .digits(5)),
    ("yyyy-mm-dd", .date), ("[$-411]ge.m.d;@", .date), ("mmm", .date), ("h:mm AM/PM", .time),
    ("[h]:mm:ss", .time), ("d.m.yy h:mm", .dateAndTime), ("#,##0\\ \"days\"", .plain),
    ("[Red]#,##0", .plain), ("@", .plain), ("", .plain),
  ])
  func formats(code: String, style: CellNumber.Style) {
    #expect(CellNumber.Style(code: code) == style)
  }

  @Test func theFirstVisibleSheetWithRowsIsRead() throws {
    let list = SmallBooks.inline([["email"], ["a@b.example"]])
    let (rows, source) = try SmallBooks.rows(
      SmallBooks.excel([
        ("Empty", false, ""), ("Secret", true, list), ("Members", false, list),
        ("Old", false, list),
      ]))
    #expect(rows.map(\.cells) == [["email"], ["a@b.example"]])
    #expect(source.reading == "Excel workbook, sheet “Members”")
    #expect(source.remarks.map(\.code) == ["other-sheets"])
    #expect(source.remarks.first?.text.contains("“Secret (hidden)”, “Old”") == true)
  }

  @Test func excelEscapesAndMergedCells() throws {
    let parts = SmallBooks.excelParts([
      ("A", false, SmallBooks.inline([["two_x000D_\nlines"], ["_x005F_x000D_"]]))
    ]).map { name, content -> SmallBooks.Part in
      guard case .text(let text) = content, name.hasSuffix("sheet1.xml") else {
        return (name, content)
      }
      let merged =
        "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A1:A9\"/></mergeCells>"
      return (name, .text(text.replacing("</sheetData>", with: merged)))
    }
    let (rows, source) = try SmallBooks.rows(ZipWriting.archive(parts))
    #expect(rows.map(\.cells) == [["two\r\nlines"], ["_x000D_"]])
    #expect(source.remarks.map(\.code) == ["merged-cells"])
  }

  @Test func openDocumentCells() throws {
    let row = """
      <table:table table:name="Empty"><table:table-row/></table:table>\
      <table:table table:name="Hid" table:style-name="ta2"><table:table-row><table:table-cell>\
      <text:p>x</text:p></table:table-cell></table:table-row></table:table>\
      <table:table table:name="Members"><table:table-row table:number-rows-repeated="3">\
      <table:table-cell table:number-columns-repeated="16384"/></table:table-row>\
      <table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p>\
      </table:table-cell><table:table-cell office:value-type="date" \
      office:date-value="2019-06-24"><text:p>24.06.19</text:p></table:table-cell>\
      <table:table-cell office:value-type="float" office:value="815012345678"><text:p>8.15E+011\
      </text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0.5">\
      <text:p>0,5</text:p></table:table-cell><table:table-cell office:value-type="boolean" \
      office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell><table:table-cell>\
      <office:annotation><text:p>a comment</text:p></office:annotation><text:p>Kim<text:s \
      text:c="2"/><text:span>Suk</text:span></text:p><text:p>two</text:p></table:table-cell>\
      <table:table-cell><text:p><text:ruby><text:ruby-base>森田</text:ruby-base><text:ruby-text>\
      モリタ</text:ruby-text></text:ruby></text:p></table:table-cell></table:table-row>\
      <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>same</text:p>\
      </table:table-cell><table:table-cell table:number-columns-repeated="16383"/>\
      </table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/>\
      </table:table-row></table:table><table:table table:name="Old"><table:table-row>\
      <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>
      """
    let (rows, source) = try SmallBooks.rows(SmallBooks.openDocument(row))
    #expect(rows.map(\.line) == [4, 5, 6])
    #expect(
      rows[0].cells == [
        "a", "a", "2019-06-24", "815012345678", "0,5", "TRUE", "Kim  Suk\ntwo", "森田",
      ])
    #expect(rows[1].cells == ["same"])
    #expect(source.reading == "OpenDocument spreadsheet, sheet “Members”")
    #expect(source.remarks.map(\.text).joined().contains("“Hid (hidden)”, “Old”"))
  }

  @Test func otherFilesAreToldApart() throws {
    func refusal(_ bytes: [UInt8]) -> String {
      let error = #expect(throws: SheetError.self) { try WorkbookRows(bytes, file: "x.xlsx") }
      return error?.description ?? ""
    }
    let wide = { (text: String) -> [UInt8] in text.utf8.flatMap { [$0, 0] as [UInt8] } }
    let old = OldWorkbook.mark + [UInt8](repeating: 0, count: 900)
    #expect(
      refusal(old + wide("Workbook")) == """
        x.xlsx: this is an old Excel workbook (.xls); open it in the spreadsheet program and save it \
        as .xlsx or CSV
        """)
    #expect(
      refusal(old + wide("EncryptedPackage")) == """
        x.xlsx: the workbook is protected by a password; open it in the spreadsheet program, take \
        the password off and save it again
        """)
    #expect(
      refusal(ZipWriting.archive([("xl/workbook.bin", .text("x"))])).contains("(.xlsb)"))
    #expect(
      refusal(ZipWriting.archive([("word/document.xml", .text("x"))])).contains("a Word document"))
    #expect(refusal(ZipWriting.archive([("a.csv", .text("x"))])).contains("a zip archive without"))
    #expect(
      refusal(SmallBooks.openDocument("", manifest: "<m><encryption-data/></m>"))
        .contains("protected by a password"))
    let list = SmallBooks.excelParts([("A", false, SmallBooks.inline([["a@b.example"]]))])
    #expect(refusal(ZipWriting.archive(list, password: "x")).contains("protected by a password"))
    #expect(refusal(SmallBooks.excel([("A", false, "")])).contains("the file is empty"))
    #expect(
      refusal(SmallBooks.excel([("A", true, SmallBooks.inline([["x"]]))]))
        .contains("only hidden sheets have rows"))
  }

  @Test func anyKindOpensByItsOctets() throws {
    let folder = try TemporaryFolder(named: "sheets")
    func read(_ bytes: [UInt8], _ name: String) throws -> (String, [[String]]) {
      let path = try folder.write(bytes, to: name)
      var source = try openSheet(path: path, shownAs: name)
      var rows: [[String]] = []
      while let row = try source.next() { rows.append(row.cells) }
      return (source.reading, rows)
    }
    let list = [["email", "name"], ["a@b.example", "Suk"]]
    let book = try read(SmallBooks.excel([("A", false, SmallBooks.inline(list))]), "book.csv")
    #expect(book.0 == "Excel workbook, sheet “A”")
    #expect(book.1 == list)
    let table = try read(Array("email;name\na@b.example;Suk\n".utf8), "table.xlsx")
    #expect(table.0 == "UTF-8, semicolons")
    #expect(table.1 == list)
    for (path, words) in [
      (folder.path, "this is a folder"), (folder.path(of: "none"), "No such file"),
    ] {
      let error = #expect(throws: SheetError.self) { try openSheet(path: path, shownAs: "x") }
      #expect(error?.description.contains(words) == true)
    }
  }

  /// What a shell gives for `<(zcat list.csv.gz)`: it can be read once only.
  @Test func pipesAreReadOnce() throws {
    for (bytes, words) in [
      (Array("email;name\na@b.example;Jörg\n".utf8), nil),
      (SmallBooks.excel([("A", false, SmallBooks.inline([["x"]]))]), "can't be read from a pipe"),
    ] as [([UInt8], String?)] {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try pipe.fileHandleForWriting.close()
      let path = "/proc/self/fd/\(pipe.fileHandleForReading.fileDescriptor)"
      if let words {
        let error = #expect(throws: SheetError.self) { try openSheet(path: path, shownAs: "x") }
        #expect(error?.description.contains(words) == true)
      } else {
        var source = try openSheet(path: path, shownAs: "x")
        #expect(try source.next()?.cells == ["email", "name"])
        #expect(try source.next()?.cells == ["a@b.example", "Jörg"])
        #expect(try source.next() == nil)
      }
    }
  }
}
