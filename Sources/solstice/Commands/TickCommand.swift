import ArgumentParser
import Newsroom

struct TickCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick",
    abstract: "Do what is due, once and quietly: for cron.",
    discussion: """
      Reads the inbox and tries letters again that a relay put off. Never begins a mailing that \
      nobody began to send. Says nothing when there is nothing to do; can be run every minute.
      """)

  @Option(help: "Another relay than the configured one.") var relay: String?
  @Option(help: "How many letters may be on their way at once, 1 to 200.") var connections: Int?
  @Flag(help: "Print what was done as JSON.") var json = false

  func run() async throws {
    let office = try WorkspaceOption.office()
    let outcome = await Tick(office: office).run(
      relay: try relay.map { try RelayChoice(parsing: $0) }, connections: connections)
    for problem in outcome.problems { Terminal.say(problem.message) }
    let view = TickView(outcome)
    if outcome.didSomething { Terminal.say(view.line) }
    if json { Terminal.print(view.json) }
    guard outcome.exitCode == .done else {
      throw ArgumentParser.ExitCode(outcome.exitCode.rawValue)
    }
  }
}
