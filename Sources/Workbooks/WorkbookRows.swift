package import Contacts

/// The rows of a workbook's first sheet that has any and is not hidden (Excel XLSX, OpenDocument
/// ODS), one by one.
package struct WorkbookRows: SheetRowSource {
  /// `Excel workbook, sheet “Members”`.
  package let reading: String
  private let workbook: WorkbookFile
  private let sheet: OpenSheet
  private let own: [SheetRemark]
  private var waiting: [TableBuilder.Ready]
  /// The row of `waiting` that comes next, and how often it was given.
  private var place = 0
  private var given = 0

  /// Opens the workbook at a path.
  package init(path: String, shownAs file: String) throws(SheetError) {
    let octets = try FileOctets(path, shownAs: file)
    try self.init(WorkbookFile(.path(path), size: octets.size, file: file), head: octets.next()) {
      () throws(SheetError) -> [UInt8] in try octets.next()
    }
  }

  /// Opens a workbook that is in memory.
  package init(_ bytes: [UInt8], file: String) throws(SheetError) {
    try self.init(WorkbookFile(.bytes(bytes), size: bytes.count, file: file), head: bytes) {
      () throws(SheetError) -> [UInt8] in []
    }
  }

  private init(
    _ workbook: WorkbookFile, head: [UInt8], rest: @escaping SheetOctets
  ) throws(SheetError) {
    if head.starts(with: OldWorkbook.mark) {
      throw try OldWorkbook.refusal(workbook.file, head, rest)
    }
    self.workbook = workbook
    let found = try SheetFinder.find(in: workbook)
    reading = "\(found.kind), sheet “\(found.name)”"
    sheet = found.sheet
    waiting = found.rows
    own = Self.remarks(on: found.others)
  }

  private static func remarks(on others: [String]) -> [SheetRemark] {
    guard !others.isEmpty else { return [] }
    let names = others.map { "“\($0)”" }.joined(separator: ", ")
    return [
      SheetRemark(
        code: "other-sheets",
        text:
          "other sheets have rows too and are not read: \(names); save each as a file of its own"
      )
    ]
  }

  package var remarks: [SheetRemark] {
    own + Self.remarks(on: sheet.others) + sheet.remarks
  }

  package mutating func next() throws(SheetError) -> Sheet.Row? {
    while place >= waiting.count {
      guard let rows = try sheet.next(in: workbook) else { return nil }
      (waiting, place, given) = (rows, 0, 0)
    }
    let ready = waiting[place]
    var row = ready.row
    row.line += given
    given += 1
    if given == ready.times { (place, given) = (place + 1, 0) }
    try workbook.gives(ready.octets)
    return row
  }
}
