import ArgumentParser
import Newsroom

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where the workspace stands, and what waits for you.")

  @Flag(help: "Print it as JSON.") var json = false

  func run() throws {
    let view = try StatusView(StatusReport.gather(WorkspaceOption.office()))
    Terminal.print(json ? view.json : view.text)
  }
}
