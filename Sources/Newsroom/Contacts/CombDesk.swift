import Contacts
package import Foundation
import Mail

/// Combing and importing as the command line asks for it.
package struct CombDesk: Sendable {
  private let office: Office
  private let encoding: SheetEncoding?

  /// Fails where the encoding's name is unknown.
  package init(office: Office, encoding name: String?) throws(Problem) {
    self.office = office
    guard let name else {
      encoding = nil
      return
    }
    guard let known = SheetEncoding(name: name) else {
      let all = SheetEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(.usage, "“\(name)” is no encoding that is known here; known are \(all).")
    }
    encoding = known
  }

  package func lists() throws(Problem) -> [URL] { try Comb(office: office).lists() }

  /// Combs one list and tells what was found, at most 24 lines unless `all` is asked for.
  package func comb(_ file: URL, width: Int, all: Bool) throws(Problem) -> String {
    let (reading, worksheet) = try Comb(office: office).run(file: file, encoding: encoding)
    return CombSummary(reading.result, width: width).text(worksheet: worksheet, all: all)
  }

  /// The same figures for machines.
  package func combJSON(_ file: URL) throws(Problem) -> String {
    let (reading, worksheet) = try Comb(office: office).run(file: file, encoding: encoding)
    let result = reading.result
    return "{"
      + [
        JSONText.field("file", result.file), JSONText.field("rows", result.rows),
        JSONText.field("mailable", result.contacts.count),
        JSONText.field("repaired", result.repaired.count),
        JSONText.field("suspect", result.undecided.count),
        JSONText.field("unusable", result.unusable.count),
        JSONText.field("duplicates", result.duplicates.count),
        JSONText.field("worksheet", worksheet),
      ].joined(separator: ",") + "}"
  }

  package func importList(_ file: URL, basis: String) throws(Problem) -> ContactImport.Outcome {
    try ContactImport(office: office).run(file: file, basis: basis, encoding: encoding)
  }
}
