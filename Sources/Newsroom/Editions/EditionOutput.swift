package import Composer
package import Foundation
import Mail

/// Composes a period and writes all of its forms: letters, pages, the archive, and PDFs when asked.
package struct EditionOutput: Sendable {
  /// What was written.
  package struct Result: Sendable {
    package let composed: EditionComposer.Composed
    package let folder: URL
    /// The program that made the PDFs; nil where there are none.
    package let printer: String?
    /// Why PDFs that were asked for are missing.
    package let trouble: Problem?
    /// PDFs of an earlier composing were taken away, since they might tell other things.
    package let staleDocuments: Int
    package let archive: EditionArchive.Outcome
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Composes and writes; a PDF that can't be made keeps nothing else from being written, and then
  /// no letter links to one.
  package func run(_ period: Period, wantsPDF: Bool) throws(Problem) -> Result {
    let composer = EditionComposer(office: office)
    var composed = try composer.compose(period, hasPDF: wantsPDF)
    var documents: [(Language, Data)] = []
    var printer: String?
    var trouble: Problem?
    if wantsPDF {
      do {
        let tool = try PDFTool.find(
          office.configuration.pdf, path: office.environment["PATH"] ?? "/usr/bin:/bin")
        let press = PDFPress(
          tool: tool, publication: office.configuration.publication,
          environment: office.environment)
        documents = try press.print(composed.letters)
        printer = tool.kind.rawValue
      } catch {
        trouble = error
        composed = try composer.compose(period, date: composed.date)
      }
    }
    let folder = try composer.write(composed)
    let stale = try removeDocuments(folder)
    for (language, data) in documents {
      try Files.write(data, to: folder.appending(path: "newsletter.\(language).pdf"))
    }
    return Result(
      composed: composed, folder: folder, printer: printer, trouble: trouble,
      staleDocuments: documents.isEmpty ? stale : 0,
      archive: try EditionArchive(office: office).write())
  }

  private func removeDocuments(_ folder: URL) throws(Problem) -> Int {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Files.path(folder))) ?? []
    let documents = files.filter { $0.hasPrefix("newsletter.") && $0.hasSuffix(".pdf") }
    for file in documents {
      try attempt { try FileManager.default.removeItem(at: folder.appending(path: file)) }
    }
    return documents.count
  }
}
