import ArgumentParser
import Newsroom

struct EditionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "editions",
    abstract: "What was composed and approved: by whom, when, for whom.",
    subcommands: [EditionsListCommand.self, EditionsShowCommand.self],
    defaultSubcommand: EditionsListCommand.self)
}

struct EditionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "One line for each edition and correction.")

  @Flag(help: "Print the result as JSON.") var json = false

  func run() throws {
    let view = EditionsView(try EditionHistory.all(WorkspaceOption.office()))
    Terminal.print(json ? view.json : view.list)
  }
}

struct EditionsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Every revision of an edition, with readers and remarks.")

  @Argument(help: "The edition or correction, such as 2019-H1.") var mailing: String
  @Flag(help: "Print the result as JSON.") var json = false

  func run() throws {
    let view = EditionsView(try EditionHistory.one(mailing, WorkspaceOption.office()))
    Terminal.print(json ? view.detailsJSON : view.details)
  }
}
