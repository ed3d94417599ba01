package import Composer
package import Foundation

/// Measures what making letters costs where each reader's is rendered and inlined (benchmarks).
package struct RenderMeasure {
  private let office: Office
  /// So long each is done over and over.
  private let atLeast = Duration.seconds(2)

  package init(office: Office) {
    self.office = office
  }

  /// Tells rates in letters/s, and leaves `letter.html` in a folder for other inliners.
  package func run(_ period: Period, folder: URL) throws(Problem) -> String {
    let rendering = try EditionComposer(office: office).rendering(period)
    try Files.makeFolder(folder)
    try Files.write(rendering.styledHTML.utf8, to: folder.appending(path: "letter.html"))
    let first = try attempt { try rendering.render(name: "Reader", address: "a@example.org") }
    let rendered = try attempt {
      try rate { number in
        let letter = try rendering.render(name: "Reader", address: "u\(number)@example.org")
        return letter.html.utf8.count + letter.text.utf8.count
      }
    }
    let inlined = rate { _ in rendering.inlined().utf8.count }
    return """
      rendered: \(rendered) letters/s of \(first.html.utf8.count) + \(first.text.utf8.count) bytes
      inlined: \(inlined) letters/s of \(rendering.styledHTML.utf8.count) bytes
      """
  }

  private func rate(_ make: (Int) throws -> Int) rethrows -> Int {
    var count = 0
    var bytes = 0
    let begin = ContinuousClock.now
    while ContinuousClock.now - begin < atLeast {
      count += 1
      bytes += try make(count)
    }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    return bytes == 0 ? 0 : Int(Double(count) / max(seconds, 0.001))
  }
}

extension EditionComposer {
  /// The period's letter in the standard language, to be rendered for each reader.
  fileprivate func rendering(_ period: Period) throws(Problem) -> ReaderRendering {
    let sources = Sources.read(office)
    let publication = publication()
    do {
      return try ReaderRendering(
        period: period, items: sources.items, events: sources.events, theme: theme(),
        publication: publication, language: publication.standardLanguage, date: period.lastDay,
        members: sources.members)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.badData, "\(error)")
    }
  }
}
