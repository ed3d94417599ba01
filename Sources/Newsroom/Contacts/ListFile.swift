package import Contacts
package import Foundation
import Signing
import Workbooks

/// A file that holds a list or a worksheet: opened anew for each pass over it.
package struct ListFile: Sendable {
  package static let endings = ["csv", "tsv", "txt", "xlsx", "ods"]

  package let url: URL
  /// As messages name it.
  package let shown: String
  private let encoding: SheetEncoding?

  /// Fails where the file is a folder, or its name is none of a spreadsheet's.
  package init(_ url: URL, in workspace: Workspace, encoding: SheetEncoding?) throws(Problem) {
    self.url = url
    shown = workspace.shown(url.standardizedFileURL)
    self.encoding = encoding
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: Files.path(url), isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw Problem(.missingInput, "\(shown) is a folder; name one of the files in it.")
    }
    let ending = url.pathExtension.lowercased()
    // Old workbooks are opened, because opening tells best what to do with them.
    guard Self.endings.contains(ending) || ["xls", "xlsb"].contains(ending) else {
      throw Problem(
        .badData,
        "\(shown) is no list: save the spreadsheet as CSV, .xlsx or .ods, and import that.")
    }
  }

  /// The list's name: the file's, without its ending.
  package var name: String { url.deletingPathExtension().lastPathComponent }

  package var modified: Date? { Files.modified(url) }

  func open() throws(Problem) -> any SheetRowSource {
    guard FileManager.default.fileExists(atPath: Files.path(url)) else {
      throw Problem(.missingInput, "The list \(shown) can't be read (there is no such file).")
    }
    return try sheet { () throws(SheetError) -> any SheetRowSource in
      try openSheet(path: Files.path(url), shownAs: shown, encoding: encoding)
    }
  }

  /// The rows as people, whose columns are told by their headings or by what they hold.
  func contacts(judge: (SheetLayout) -> AddressJudge) throws(Problem) -> ContactRows {
    let source = try open()
    return try sheet { () throws(SheetError) -> ContactRows in
      try ContactRows(source, file: shown, judge: judge)
    }
  }

  /// SHA-256 of the file's octets.
  func digest() throws(Problem) -> String {
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      var hash = StreamHash()
      while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty { hash.take(piece) }
      return hash.hex
    } catch {
      throw Problem(.noPermission, "The list \(shown) can't be read.")
    }
  }
}

/// Gives a spreadsheet's failure its exit code.
func sheet<Value>(_ body: () throws(SheetError) -> Value) throws(Problem) -> Value {
  do {
    return try body()
  } catch {
    throw Problem(.badData, error.description)
  }
}
