import ArgumentParser
import Newsroom

struct ChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks",
    abstract: "List what every letter is checked for, and what to do about each.",
    discussion: """
      What was found in an edition is told by compose, and stands in its checks.json. Errors stop the \
      approval; approve --allow CODE accepts those of one code, unless they are final.
      """)

  @Flag(help: "Print the checks as JSON.") var json = false

  func run() {
    let view = CheckListView()
    Terminal.print(json ? view.json : view.text)
  }
}
