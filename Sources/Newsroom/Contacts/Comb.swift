package import Contacts
package import Foundation
import Storage

/// Combs lists: judges every address and writes a worksheet for what needs a person.
package struct Comb: Sendable {
  static let worksheetSuffix = "-worksheet"

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Combs one file and writes its worksheet; changes nothing in the database.
  package func run(
    file: URL, encoding: SheetEncoding? = nil
  ) throws(Problem) -> (reading: ListReading, worksheet: String) {
    let name = file.deletingPathExtension().lastPathComponent
    let stored = try attempt { try DecisionStore(database: office.database).decisions(list: name) }
    let reading = try ListReading(
      file: file, shownAs: office.workspace.shown(file.standardizedFileURL), encoding: encoding,
      decisions: stored.map(DecisionCoding.decode))
    return (reading, try Self.writeWorksheet(reading, office.workspace))
  }

  /// The spreadsheets in `lists/`, in the order of their names.
  package func lists() throws(Problem) -> [URL] {
    let folder = office.workspace.lists
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    } catch {
      throw Problem(
        .missingInput,
        "There is no folder lists/ in \(Files.path(office.workspace.directory)). "
          + "Put the lists there as CSV, or name a file.")
    }
    let sheets = files.filter { ["csv", "tsv", "txt"].contains($0.pathExtension.lowercased()) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !sheets.isEmpty else {
      throw Problem(.missingInput, "There is no list in lists/. Export a spreadsheet there as CSV.")
    }
    return sheets
  }

  static func writeWorksheet(
    _ reading: ListReading, _ workspace: Workspace
  ) throws(Problem) -> String {
    try Files.makeFolder(workspace.reports)
    let file = workspace.reports.appending(path: "\(reading.name)\(worksheetSuffix).csv")
    // What somebody has typed and not imported yet is carried over into the new worksheet.
    let old = (try? Files.read(file, what: "The worksheet")) ?? []
    let filled = Worksheet.filled(old, file: workspace.shown(file))
    try Files.write(Worksheet.csv(reading.result, filled: filled), to: file)
    return workspace.shown(file)
  }
}
