import ArgumentParser
import Newsroom

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What has changed since the approval, or between two revisions, in words.",
    discussion: """
      Without numbers it compares the newest approved revision with what would be composed now; with \
      one, that revision with what would be composed now; with two, these. Words that differ stand in \
      square brackets. Ends with 0 whether or not something differs.
      """)

  @Argument(help: "The edition, such as 2019-H1.") var mailing: String
  @Argument(help: "A revision, such as 1.") var first: Int?
  @Argument(help: "Another revision, such as 2.") var second: Int?
  @Flag(help: "Print the result as JSON.") var json = false

  func run() throws {
    let difference = try EditionComparison(office: WorkspaceOption.office())
      .run(mailing, first, second)
    let view = DifferenceView(difference, of: mailing)
    Terminal.print(json ? view.json : view.text)
  }
}
