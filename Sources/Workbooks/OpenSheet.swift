import Contacts

/// A sheet that is being read out of its archive.
final class OpenSheet {
  private enum Reader {
    case excel(ExcelSheet)
    case openDocument(OpenDocumentSheet)
  }

  private let part: ArchivePart
  private let reader: Reader
  private var isFull = false

  init(_ part: ArchivePart, _ sheet: ExcelSheet) {
    self.part = part
    reader = .excel(sheet)
  }

  init(_ part: ArchivePart, _ sheet: OpenDocumentSheet) {
    self.part = part
    reader = .openDocument(sheet)
  }

  /// The next rows, at least one; nil at the end.
  func next(in workbook: WorkbookFile) throws(SheetError) -> [TableBuilder.Ready]? {
    while !isFull {
      let rows: [TableBuilder.Ready]
      switch reader {
      case .excel(let sheet):
        guard try part.next(sheet) != nil else { return nil }
        if let problem = sheet.problem { throw workbook.broken(problem) }
        rows = sheet.table.take()
        isFull = sheet.table.isFull
      case .openDocument(let sheet):
        guard try part.next(sheet) != nil else { return nil }
        rows = sheet.take()
        isFull = sheet.isFull
      }
      if !rows.isEmpty { return rows }
    }
    return nil
  }

  /// Sheets with rows that came to light on the way.
  var others: [String] {
    if case .openDocument(let sheet) = reader { sheet.others } else { [] }
  }

  var remarks: [SheetRemark] {
    let limit = SheetRemark(
      code: "too-many-rows",
      text: "the sheet has more than \(TableBuilder.mostRows) rows; those are read")
    let more = isFull ? [limit] : []
    switch reader {
    case .excel(let sheet): return sheet.table.remarks.all + more
    case .openDocument(let sheet): return sheet.remarks + more
    }
  }
}
