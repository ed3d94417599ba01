import Composer
import Foundation
import Mail

/// Prints the pages of an edition as PDF, one for each language, by another program.
///
/// The program sees a folder of its own with the page and its pictures, and no network.
struct PDFPress {
  let tool: PDFTool
  let publication: Publication
  let environment: [String: String]
  var limit: Duration = .seconds(180)

  /// The PDFs by language; fails with what the program said where one can't be made.
  func print(_ letters: [ComposedEdition]) throws(Problem) -> [(Language, Data)] {
    // A short name: Chromium puts a socket below it, whose path may have 107 octets.
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pdf-\(UUID().uuidString.prefix(13))", directoryHint: .isDirectory)
    try Files.makeFolder(folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    var documents: [(Language, Data)] = []
    for letter in letters {
      for file in letter.usedFiles {
        let target = folder.appending(path: file.path)
        try Files.makeFolder(target.deletingLastPathComponent())
        try Files.write(file.bytes, to: target)
      }
      documents.append((letter.language, try print(letter, in: folder)))
    }
    return documents
  }

  private func print(_ letter: ComposedEdition, in folder: URL) throws(Problem) -> Data {
    let page = folder.appending(path: letter.pageName)
    let output = folder.appending(path: "newsletter.pdf")
    let text = PrintPage(
      language: letter.language, period: letter.edition.period, publication: publication
    ).html(letter.page)
    try Files.write(text.utf8, to: page)
    try? FileManager.default.removeItem(at: output)
    let home = Files.path(folder).hasSuffix("/") ? String(Files.path(folder).dropLast()) : ""
    let result = try ToolRun.run(
      tool.path,
      tool.arguments(
        page: Files.path(page), output: Files.path(output), folder: home, isRoot: geteuid() == 0),
      environment: tool.environment(environment, folder: home),
      log: folder.appending(path: "log"), limit: limit)
    let document = try? Data(contentsOf: output)
    if result.status == 0, let document, document.starts(with: Data("%PDF-".utf8)) {
      return document
    }
    throw Problem(.unavailable, trouble(letter.language, result))
  }

  private func trouble(_ language: Language, _ result: ToolRun.Result) -> String {
    let how =
      if let status = result.status {
        "ended with \(status) and no PDF"
      } else {
        "had not ended after \(limit.components.seconds) seconds and was stopped"
      }
    let words = result.words.split(separator: "\n").suffix(3).map { "  \($0)" }
    return """
      No PDF was made: \(tool.kind.rawValue) (\(tool.path)) \(how), for \(language). Everything \
      else was written, and the letters do not speak of a PDF.
      """ + (words.isEmpty ? "" : "\nIts last words:\n" + words.joined(separator: "\n"))
  }
}
