package import Contacts

/// Opens a table of any kind: CSV in any encoding, an Excel workbook (XLSX), or an OpenDocument
/// spreadsheet (ODS).
///
/// The kind is told by the file's first octets, not by its name. The encoding is detected unless
/// given; workbooks need none. What is neither fails with what it is and what to do.
package func openSheet(
  path: String, shownAs file: String, encoding: SheetEncoding? = nil
) throws(SheetError) -> any SheetRowSource {
  let octets = try FileOctets(path, shownAs: file)
  let head = try octets.next()
  if head.starts(with: [0x50, 0x4B]) || head.starts(with: OldWorkbook.mark) {
    guard octets.isRegular else {
      throw .unreadable(
        file: file, why: "a workbook can't be read from a pipe", advice: "save it as a file first")
    }
    return try WorkbookRows(path: path, shownAs: file)
  }
  guard octets.isRegular else {
    return try CSVRows(pipeOctets(octets, head, file: file), file: file, encoding: encoding)
  }
  return try CSVRows(file: file, encoding: encoding) { () throws(SheetError) -> SheetOctets in
    let octets = try FileOctets(path, shownAs: file)
    return { () throws(SheetError) -> [UInt8] in try octets.next() }
  }
}

/// All of a pipe, which can't be read twice.
private func pipeOctets(
  _ octets: FileOctets, _ head: [UInt8], file: String
) throws(SheetError) -> [UInt8] {
  var bytes = head
  while true {
    let chunk = try octets.next()
    if chunk.isEmpty { return bytes }
    bytes += chunk
    guard bytes.count <= 64 << 20 else {
      throw .unreadable(
        file: file, why: "more than 64 MB come through a pipe", advice: "save them as a file first")
    }
  }
}
