import ArgumentParser
import Foundation
import Newsroom

struct ComposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Write a period's newsletter in every language, to look at before anyone else does.",
    discussion: """
      The result is in editions/PERIOD/: newsletter.<language>.html, .txt and .eml, the web page \
      index.html and its text index.txt, dates.ics for calendars, and checks.json; with --pdf also \
      newsletter.<language>.pdf, which letters and pages then link to. editions/index.html and \
      feed.xml list what was approved. Nothing is sent.

      Ends with 69 when a PDF was asked for and can't be made; the rest is written all the same.
      """)

  @Argument(help: "The period: 2019-H1, 2019-Q2 or 2019-06.") var period: String
  @Flag(help: "Make a PDF of each language too, by Chromium or WeasyPrint.") var pdf = false
  @Flag(help: "Print the checks' findings as JSON.") var json = false
  /// Benchmarks: measures rendering, and leaves what it rendered in this folder.
  @Option(help: .hidden) var measure: String?

  func run() throws {
    let office = try WorkspaceOption.office()
    if let measure {
      let folder = URL(filePath: measure, directoryHint: .isDirectory)
      let rates = try RenderMeasure(office: office).run(office.period(period), folder: folder)
      return Terminal.say(rates)
    }
    let result = try EditionOutput(office: office).run(office.period(period), wantsPDF: pdf)
    if json {
      Terminal.print(bytes: try Data(contentsOf: result.folder.appending(path: "checks.json")))
    } else {
      Terminal.print(ComposeView(result, folder: office.workspace.shown(result.folder)).text)
    }
    if let trouble = result.trouble { throw trouble }
    if let problem = result.composed.sourceProblem { throw problem }
  }
}
