import Foundation
import TestSupport

/// Workbooks written by hand with Python's zip writer, which is not ours.
enum Workbooks {
  /// Writes rows of texts as `.xlsx` or `.ods`, by the file's ending.
  static func write(_ rows: [[String]], to file: String) throws {
    let table = try JSONEncoder().encode(rows)
    try Program(try Tool.python.require())
      .run(["-c", script, file], stdin: String(decoding: table, as: UTF8.self)).expecting()
  }

  /// Writes a workbook that is small on disk and unpacks to far more than any list.
  static func writeBomb(to file: String) throws {
    try write([["email"], ["ann@readers.test"]], to: file)
    let script = """
      import sys, zipfile
      old = zipfile.ZipFile(sys.argv[1]); parts = [(n, old.read(n)) for n in old.namelist()]
      new = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
      for name, data in parts:
          if name.endswith("sheet1.xml"):
              cut = data.index(b"</sheetData>")
              data = data[:cut] + b" " * (100 << 20) + data[cut:]
          new.writestr(name, data, compresslevel=9)
      new.close()
      """
    try Program(try Tool.python.require()).run(["-c", script, file]).expecting()
  }

  private static let script = #"""
    import sys, json, zipfile
    from xml.sax.saxutils import escape
    rows = json.load(sys.stdin)
    z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    def rels(kind, target):
        return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>'
                % (base, kind, target))
    if sys.argv[1].endswith(".xlsx"):
        z.writestr("_rels/.rels", rels("officeDocument", "xl/workbook.xml"))
        z.writestr("xl/_rels/workbook.xml.rels", rels("worksheet", "worksheets/sheet1.xml"))
        z.writestr("xl/workbook.xml", '<workbook xmlns:r="%s"><sheets><sheet name="People" '
                   'sheetId="1" r:id="r1"/></sheets></workbook>' % base)
        cell = '<c t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
        body = "".join("<row>" + "".join(cell % escape(c) for c in r) + "</row>" for r in rows)
        z.writestr("xl/worksheets/sheet1.xml",
                   "<worksheet><sheetData>" + body + "</sheetData></worksheet>")
    else:
        z.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        z.writestr("META-INF/manifest.xml", "<manifest/>")
        cell = ('<table:table-cell office:value-type="string"><text:p>%s</text:p>'
                '</table:table-cell>')
        body = "".join("<table:table-row>" + "".join(cell % escape(c) for c in r)
                       + "</table:table-row>" for r in rows)
        o = "urn:oasis:names:tc:opendocument:xmlns:"
        z.writestr("content.xml", '<office:document-content xmlns:office="%soffice:1.0" '
                   'xmlns:table="%stable:1.0" xmlns:text="%stext:1.0"><office:body>'
                   '<office:spreadsheet><table:table table:name="People">%s</table:table>'
                   '</office:spreadsheet></office:body></office:document-content>'
                   % (o, o, o, body))
    z.close()
    """#
}
