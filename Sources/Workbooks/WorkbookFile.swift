import Contacts

/// A workbook that is opened anew for each pass, and how much may come out of it in all.
///
/// A workbook is a zip archive, and a small one can hold more than any memory; so the octets that
/// are unpacked, and the text that is given on, are counted over all passes.
final class WorkbookFile {
  enum Content {
    case path(String)
    case bytes([UInt8])
  }

  /// Its name in errors.
  let file: String
  let content: Content
  private var unpackable: Int
  private var givable = 2 << 30

  /// Spreadsheets are packed to a tenth or a fiftieth; what unpacks to more than this is a trap.
  private static let ratio = 300

  init(_ content: Content, size: Int, file: String) {
    self.content = content
    self.file = file
    unpackable = min(1 << 30, max(64 << 20, size.multipliedReportingOverflow(by: Self.ratio).0))
  }

  /// Counts octets that were unpacked.
  func unpacked(_ count: Int) throws(SheetError) {
    unpackable -= count
    guard unpackable >= 0 else { throw tooMuch }
  }

  /// Counts text that rows give; repetitions cost nothing in the file, but count here.
  func gives(_ count: Int) throws(SheetError) {
    givable -= count
    guard givable >= 0 else { throw tooMuch }
  }

  private var tooMuch: SheetError {
    .unreadable(
      file: file, why: "the workbook unpacks to far more than a list has",
      advice: "if you trust it, save the sheet as CSV and use that")
  }

  func broken(_ why: String) -> SheetError {
    .unreadable(
      file: file, why: "the workbook is damaged (\(why))",
      advice: "open it in the spreadsheet program and save it again")
  }
}
