import Contacts
package import Foundation
import Mail

/// Combing lists as the command line asks for it.
package struct CombDesk: Sendable {
  private let office: Office
  private let encoding: SheetEncoding?
  private let combing: ListCombing

  /// Fails where the encoding's name is unknown, or the language has no worksheet.
  package init(office: Office, encoding name: String?, language: String) throws(Problem) {
    self.office = office
    encoding = try Self.encoding(name)
    combing = try ListCombing(office: office, language: language)
  }

  static func encoding(_ name: String?) throws(Problem) -> SheetEncoding? {
    guard let name else { return nil }
    guard let known = SheetEncoding(name: name) else {
      let all = SheetEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(.usage, "“\(name)” is no encoding that is known here; known are \(all).")
    }
    return known
  }

  /// The spreadsheets in `lists/`, in the order of their names.
  package func lists() throws(Problem) -> [URL] {
    let files: [URL]
    do {
      files = try FileManager.default.contentsOfDirectory(
        at: office.workspace.lists, includingPropertiesForKeys: nil)
    } catch {
      throw Problem(
        .missingInput,
        "There is no folder lists/ in \(Files.path(office.workspace.directory)). "
          + "Put the lists there as CSV, or name a file.")
    }
    let sheets = files.filter {
      ListFile.endings.contains($0.pathExtension.lowercased())
        && !$0.lastPathComponent.hasPrefix(".") && !$0.lastPathComponent.hasPrefix("~$")
    }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !sheets.isEmpty else {
      throw Problem(
        .missingInput, "There is no list in lists/. Put a spreadsheet there as CSV, .xlsx or .ods.")
    }
    return sheets
  }

  /// Combs one list and tells what was found, at most 24 lines unless `all` is asked for.
  package func comb(_ file: URL, width: Int, all: Bool) throws(Problem) -> String {
    let outcome = try run(file)
    return CombSummary(outcome.figures, width: width).text(
      worksheet: outcome.worksheet, repairs: outcome.repairs, all: all)
  }

  /// The same figures for machines.
  package func combJSON(_ file: URL) throws(Problem) -> String {
    let outcome = try run(file)
    let figures = outcome.figures
    return "{"
      + ([
        JSONText.field("file", figures.file), JSONText.field("read_as", outcome.reading),
        JSONText.field("rows", figures.rows), JSONText.field("mailable", figures.mailable),
        JSONText.field("questions", figures.questions),
      ]
      + CombTopic.allCases.map {
        JSONText.field($0.rawValue.replacing(" ", with: "_"), figures[$0])
      } + [
        JSONText.field("remarks", figures.remarks.count),
        JSONText.field("worksheet", outcome.worksheet),
        JSONText.field("repairs", outcome.repairs),
      ]).joined(separator: ",") + "}"
  }

  private func run(_ file: URL) throws(Problem) -> ListCombing.Outcome {
    try combing.run(ListFile(file, in: office.workspace, encoding: encoding))
  }
}
