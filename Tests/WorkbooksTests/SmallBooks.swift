@testable import Contacts
@testable import Workbooks

/// Small workbooks written by hand, as Excel and LibreOffice write them.
enum SmallBooks {
  typealias Part = (String, ZipWriting.Content)

  static let relations = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
    relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
    """

  static func bookRelations(sheets: Int) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var text = "<Relationships>"
    for index in 1...sheets {
      text += """
        <Relationship Id="s\(index)" Type="\(base)worksheet" Target="worksheets/sheet\(index).xml"/>
        """
    }
    text +=
      "<Relationship Id=\"t\" Type=\"\(base)sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
    return text
      + "<Relationship Id=\"y\" Type=\"\(base)styles\" Target=\"styles.xml\"/></Relationships>"
  }

  static let styles = """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>\
    <numFmt numFmtId="165" formatCode="[Red]0000000"/><numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/>\
    </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>\
    <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>
    """

  /// An Excel workbook of sheets with a name, whether they are hidden, and their rows' XML.
  static func excel(
    _ sheets: [(String, Bool, String)], strings: [String] = [], from1904: Bool = false
  ) -> [UInt8] {
    ZipWriting.archive(excelParts(sheets, strings: strings, from1904: from1904))
  }

  static func excelParts(
    _ sheets: [(String, Bool, String)], strings: [String] = [], from1904: Bool = false
  ) -> [Part] {
    var book = "<workbook>" + (from1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>"
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.1 ? " state=\"hidden\"" : ""
      book += "<sheet name=\"\(sheet.0)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index + 1)\"/>"
    }
    book =
      book.replacing(
        "<workbook>", with: "<workbook xmlns:r=\"http://r.example\">") + "</sheets></workbook>"
    var parts: [Part] = [
      ("_rels/.rels", .text(relations)), ("xl/workbook.xml", .text(book)),
      ("xl/_rels/workbook.xml.rels", .text(bookRelations(sheets: sheets.count))),
      ("xl/styles.xml", .text(styles)),
      (
        "xl/sharedStrings.xml",
        .text("<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>")
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          .text("<worksheet><sheetData>\(sheet.2)</sheetData></worksheet>")
        ))
    }
    return parts
  }

  /// A list whose cells are all inline.
  static func inline(_ rows: [[String]]) -> String {
    rows.enumerated().map { line, cells in
      "<row r=\"\(line + 1)\">"
        + cells.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }.joined()
  }

  static let names = """
    xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d"
    """

  /// An OpenDocument spreadsheet of tables' XML.
  static func openDocument(_ tables: String, manifest: String = "<manifest/>") -> [UInt8] {
    ZipWriting.archive([
      ("mimetype", .text("application/vnd.oasis.opendocument.spreadsheet")),
      ("META-INF/manifest.xml", .text(manifest)),
      (
        "content.xml",
        .text(
          """
          <?xml version="1.0" encoding="UTF-8"?><office:document-content \(names)>\
          <office:automatic-styles><style:style style:name="ta2"><style:table-properties \
          table:display="false"/></style:style></office:automatic-styles><office:body>\
          <office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
          """)
      ),
    ])
  }

  static func rows(_ bytes: [UInt8]) throws -> (rows: [Sheet.Row], source: WorkbookRows) {
    var source = try WorkbookRows(bytes, file: "x.xlsx")
    var rows: [Sheet.Row] = []
    while let row = try source.next() { rows.append(row) }
    return (rows, source)
  }
}
