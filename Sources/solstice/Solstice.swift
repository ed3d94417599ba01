import ArgumentParser
import Foundation
import Newsroom

/// The program: parses, calls a use case, prints.
@main
struct Solstice: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solstice",
    abstract: "The newsletter and the contacts of a network, from one folder of plain files.",
    discussion: """
      A half-year in seven commands:

        solstice init igpn                           make a workspace
        solstice -C igpn contacts comb               look through the lists
        solstice -C igpn contacts import lists/members.csv
        solstice -C igpn compose 2019-H1             write it in every language
        solstice -C igpn approve 2019-H1 --by NAME   say that this is what goes out
        solstice -C igpn send 2019-H1                send it, to each reader once
        solstice -C igpn report 2019-H1              whom did it reach?

      -C DIR names the workspace; without it, it is the folder you are in.
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, ContactsCommand.self, NewsCommand.self, TemplateCommand.self,
      ComposeCommand.self, PreviewCommand.self, ChecksCommand.self,
      ApproveCommand.self, EditionsCommand.self, DiffCommand.self, CorrectCommand.self,
      SendCommand.self, DeliveriesCommand.self, InboxCommand.self,
      BouncesCommand.self, ReportCommand.self, TickCommand.self, StatusCommand.self,
      CatcherCommand.self,
    ])

  /// Takes `-C DIR` off first, because it stands before the command; then runs the command.
  static func main() async {
    // A relay or a pipe that goes away is an error to handle, never the end of the program.
    signal(SIGPIPE, SIG_IGN)
    let arguments = WorkspaceOption.take(from: Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// One clear message on stderr, and the exit code that scripts rely on.
  private static func leave(with error: any Error) -> Never {
    if let problem = error as? Problem {
      Terminal.say(problem.message)
      Foundation.exit(problem.code.rawValue)
    }
    if error is CleanExit || exitCode(for: error) == .validationFailure
      || exitCode(for: error) == .success
    {
      exit(withError: error)
    }
    if let code = error as? ArgumentParser.ExitCode { Foundation.exit(code.rawValue) }
    let problem = Problem.from(error)
    Terminal.say(problem.message)
    Foundation.exit(problem.code.rawValue)
  }
}
