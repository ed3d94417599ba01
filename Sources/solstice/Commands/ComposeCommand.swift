import ArgumentParser
import Foundation
import Newsroom

struct ComposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Write a period's newsletter in every language, to look at before anyone else does.",
    discussion: """
      The result is in editions/PERIOD/: newsletter.<language>.html, .txt and .eml, the web page \
      index.html, dates.ics for calendars, and checks.json. Nothing is sent.
      """)

  @Argument(help: "The period: 2019-H1, 2019-Q2 or 2019-06.") var period: String
  @Flag(help: "Print the checks' findings as JSON.") var json = false

  func run() throws {
    let office = try WorkspaceOption.office()
    let composer = EditionComposer(office: office)
    let composed = try composer.compose(office.period(period))
    let folder = try composer.write(composed)
    let view = ComposeView(composed, folder: office.workspace.shown(folder))
    if json {
      Terminal.print(bytes: try Data(contentsOf: folder.appending(path: "checks.json")))
    } else {
      Terminal.print(view.text)
    }
  }
}
