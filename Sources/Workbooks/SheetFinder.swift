import Contacts

/// Finds the sheet to read in a workbook of either kind.
enum SheetFinder {
  struct Found {
    var kind: String
    var name: String
    var sheet: OpenSheet
    /// Its first rows, read to know that there are any.
    var rows: [TableBuilder.Ready]
    var others: [String]
  }

  static func find(in workbook: WorkbookFile) throws(SheetError) -> Found {
    let names = try partNames(workbook)
    if let book = try ExcelBook(workbook, names: names) { return try excel(book, workbook) }
    if names.contains("content.xml") { return try openDocument(workbook) }
    throw refusal(of: names, file: workbook.file)
  }

  private static func partNames(_ workbook: WorkbookFile) throws(SheetError) -> Set<String> {
    let zip = try ZipReading(workbook)
    var names: Set<String> = []
    while let entry = try zip.next() {
      if entry.isEncrypted { throw OldWorkbook.locked(workbook.file) }
      if entry.isRegular, entry.name.utf8.count < 256 { names.insert(entry.name) }
    }
    return names
  }

  private static func refusal(of names: Set<String>, file: String) -> SheetError {
    if names.contains("xl/workbook.bin") {
      return .unreadable(
        file: file, why: "this is a binary Excel workbook (.xlsb)",
        advice: "open it in the spreadsheet program and save it as .xlsx or CSV")
    }
    if names.contains("word/document.xml") { return .notText(file: file, kind: "a Word document") }
    if names.contains("ppt/presentation.xml") {
      return .notText(file: file, kind: "a PowerPoint presentation")
    }
    if names.contains(where: { $0.hasSuffix(".iwa") }) {
      return .notText(file: file, kind: "an Apple Numbers document")
    }
    return .unreadable(
      file: file, why: "this is a zip archive without a workbook in it",
      advice: "unpack it and name the list that is in it")
  }

  private static func excel(
    _ book: ExcelBook, _ workbook: WorkbookFile
  ) throws(SheetError) -> Found {
    var strings: SharedStrings?
    if let path = book.sharedStrings, let part = try ArchivePart(path, in: workbook) {
      let listener = SharedStrings()
      while try part.next(listener) != nil {
        guard !listener.isTooMuch else { throw workbook.broken("too many texts") }
      }
      strings = listener
    }
    var found: Found?
    var others: [String] = []
    for sheet in book.sheets {
      guard let part = try ArchivePart(sheet.path, in: workbook) else {
        throw workbook.broken("the sheet “\(sheet.name)” is missing")
      }
      let open = OpenSheet(part, ExcelSheet(book, strings))
      guard let rows = try open.next(in: workbook) else { continue }
      if found == nil, !sheet.isHidden {
        found = Found(
          kind: "Excel workbook", name: sheet.name, sheet: open, rows: rows, others: [])
      } else {
        others.append(sheet.isHidden ? "\(sheet.name) (hidden)" : sheet.name)
      }
    }
    guard var found else { throw noRows(workbook, others) }
    found.others = others
    return found
  }

  private static func openDocument(_ workbook: WorkbookFile) throws(SheetError) -> Found {
    let manifest = ManifestListener()
    if let part = try ArchivePart("meta-inf/manifest.xml", in: workbook) {
      while try part.next(manifest) != nil {}
    }
    if manifest.isEncrypted { throw OldWorkbook.locked(workbook.file) }
    guard let part = try ArchivePart("content.xml", in: workbook) else {
      throw workbook.broken("content.xml is missing")
    }
    let listener = OpenDocumentSheet()
    let sheet = OpenSheet(part, listener)
    let rows = try sheet.next(in: workbook)
    guard listener.isSpreadsheet else {
      throw .notText(file: workbook.file, kind: "another OpenDocument file than a spreadsheet")
    }
    guard let rows else { throw noRows(workbook, listener.others) }
    return Found(
      kind: "OpenDocument spreadsheet", name: listener.chosen ?? "", sheet: sheet, rows: rows,
      others: [])
  }

  private static func noRows(_ workbook: WorkbookFile, _ others: [String]) -> SheetError {
    guard !others.isEmpty else { return .empty(file: workbook.file) }
    let names = others.map { "“\($0)”" }.joined(separator: ", ")
    return .unreadable(
      file: workbook.file, why: "only hidden sheets have rows: \(names)",
      advice: "show the sheet in the spreadsheet program and save the workbook")
  }
}

/// Whether the parts are encrypted: `META-INF/manifest.xml`.
private final class ManifestListener: XMLListener {
  private(set) var isEncrypted = false

  func begins(_ name: String, _ attributes: XMLAttributes) {
    if name == "encryption-data" { isEncrypted = true }
  }

  func reads(_ text: [UInt8]) {}
  func ends(_ name: String) {}
}
