import Contacts
import Foundation

/// A filled-in worksheet, read row by row.
struct WorksheetFile {
  var reader: WorksheetReader
  private var rows: any SheetRowSource
  private var waiting: ArraySlice<Sheet.Row>

  /// Opens a file; nil where its headings are none of a worksheet's.
  static func open(_ file: ListFile, _ words: WorksheetWords) throws(Problem) -> Self? {
    var rows = try file.open()
    var top: [Sheet.Row] = []
    while top.count < 10,
      let row = try sheet({ () throws(SheetError) in try rows.next() })
    {
      top.append(row)
    }
    guard WorksheetReader.isWorksheet(top: top, phrases: words.all) else { return nil }
    let reader = try sheet { () throws(SheetError) in
      try WorksheetReader(top: top, file: file.shown, phrases: words.all)
    }
    return Self(reader: reader, rows: rows, waiting: top[...])
  }

  mutating func next() throws(Problem) -> Sheet.Row? {
    if let row = waiting.popFirst() { return row }
    do {
      return try rows.next()
    } catch {
      throw Problem(.badData, error.description)
    }
  }
}
