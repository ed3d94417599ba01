import Contacts

/// One XML file in a workbook's archive, read piece by piece.
final class ArchivePart {
  private let workbook: WorkbookFile
  private let zip: ZipReading
  private let path: String
  private var reading: XMLReading?
  private var isAtEnd = false

  /// Nil where the archive has no such file.
  init?(_ path: String, in workbook: WorkbookFile) throws(SheetError) {
    self.workbook = workbook
    self.path = path
    zip = try ZipReading(workbook)
    while let entry = try zip.next() {
      guard entry.name == path, entry.isRegular else { continue }
      if entry.isEncrypted { throw OldWorkbook.locked(workbook.file) }
      return
    }
    return nil
  }

  /// Tells the listener the next piece, and returns its length; nil at the end.
  ///
  /// The listener must be the same each time.
  func next(_ listener: any XMLListener) throws(SheetError) -> Int? {
    if isAtEnd { return nil }
    let octets = try zip.read()
    guard let reading = reading ?? XMLReading(listener) else {
      throw workbook.broken("no memory")
    }
    self.reading = reading
    if let problem = reading.feed(octets) { throw workbook.broken("\(path): \(problem)") }
    isAtEnd = octets.isEmpty
    return isAtEnd ? nil : octets.count
  }
}
